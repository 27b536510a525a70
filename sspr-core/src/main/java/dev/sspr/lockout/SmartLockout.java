package dev.sspr.lockout;

import dev.sspr.flow.UnavailableException;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.PasswordVerifier;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Counts wrong passwords and locks a sign-in, so that nobody guesses for long and an attacker elsewhere locks no owner out.
 * A host puts its own check of a password inside {@link #guard}; the change of a password uses the same count (R-PWD-9).
 *
 * <p>The counts are kept sealed in the flow store, one small record an account and place, and outlive a restart. A new
 * {@code SsprKey} begins them anew.
 *
 * <p><b>Threads.</b> One instance serves all threads. <b>Blocking.</b> Two writes to the flow store around the check.
 * <b>Failure.</b> Without the flow store no password is looked at: {@link UnavailableException}. <b>Security duty.</b> Tell a
 * stranger the same words for a lock and a wrong password, and guard names that nobody has too.
 */
public interface SmartLockout {
    /**
     * Checks a password, if one may be looked at now. It is paid for before it is looked at: however many come at once, no
     * more are looked at than the threshold allows (R-RATE-4).
     *
     * @param user whose sign-in it is
     * @param location where from
     * @param password as it was typed and normalised; it is not kept, only a keyed hash of a wrong one
     * @param check looks at it, such as {@code () -> verifier.check(user, password)}; called at most once
     * @return what the check said, or that it was not made
     * @throws UnavailableException if the flow store did not answer; what the check throws is thrown on, and counts as unmade
     */
    GuardResult guard(UserId user, Location location, Secret password, Supplier<PasswordVerifier.Result> check);

    /**
     * The same for a name that nobody has, so that it locks like every other (R-ENUM-1).
     *
     * @param nobody a canonical name without an account
     * @param location where from
     * @param password as it was typed and normalised
     * @param check takes as long as the check of a real password, and says {@link PasswordVerifier.Result#WRONG}
     * @return as for an account
     */
    GuardResult guard(LoginName nobody, Location location, Secret password, Supplier<PasswordVerifier.Result> check);

    /**
     * Lifts the locks of an account and forgets its wrong passwords, at all places: after a reset (LCK-11), by the help desk
     * (LCK-13), or after an unlock (ruling 3). It may be done twice.
     *
     * @param user the account
     */
    void clear(UserId user);

    /**
     * How an account's sign-in stands, for whoever may know it.
     *
     * @param user the account
     * @return by place
     */
    Map<Location, Status> status(UserId user);

    /** Whether somebody signs in from where the account's owner usually does. The host decides; each has a count of its own. */
    enum Location {
        /** A device or a network that the owner has signed in from before. */
        FAMILIAR,
        /** Anywhere else. An attacker who locks this leaves the owner's own place open (LCK-09, R-RATE-12). */
        UNFAMILIAR
    }

    /**
     * The lockout of an account at one place, for whoever may know: the help desk, or the person once signed in (LCK-18).
     *
     * @param lockedUntil until when no password is looked at; empty if it is open
     * @param wrong how many wrong passwords count at this moment
     * @param locks how many locks there were since the last right password
     */
    record Status(Optional<Instant> lockedUntil, int wrong, int locks) {
        /** Checks the parts. */
        public Status {
            Objects.requireNonNull(lockedUntil, "lockedUntil");
        }
    }
}
