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
import java.util.function.Function;

/**
 * Counts wrong passwords and locks a sign-in. An attacker cannot guess for long, and cannot lock the account owner out
 * from another location. A host puts its own password check inside {@link #guard}. The password change uses the same
 * count (R-PWD-9).
 *
 * <p>The counts are sealed in the flow store, one small record for each account and location, and survive a restart. A
 * new {@code SsprKey} starts new counts.
 *
 * <p><b>Threads.</b> One instance serves all threads. <b>Blocking.</b> Two writes to the flow store around the check.
 * <b>Failure.</b> Without the flow store no password is checked: {@link UnavailableException}. <b>Security duty.</b>
 * Show an unauthenticated user the same words for a lock and for a wrong password, and guard unknown names too.
 */
public interface SmartLockout {
    /**
     * Checks a password if a check is allowed now. The call charges the check before it starts. However many calls come
     * at the same time, no more passwords are checked than the threshold allows (R-RATE-4).
     *
     * @param user the account
     * @param location the location of the sign-in
     * @param password as the user typed it; it is not kept, only a keyed hash of a wrong one
     * @param check checks the password that it is given, such as {@code prepared -> verifier.check(user, prepared)}; called
     *     at most once. It gets the form in which a reset stores a password (RFC 8265 OpaqueString), and a text that cannot
     *     be a password as it is; the secret is wiped afterwards
     * @return the result of the check, or that it was not made
     * @throws UnavailableException if the flow store did not answer; an exception of the check is rethrown, and the
     *     check counts as not made
     */
    GuardResult guard(UserId user, Location location, Secret password, Function<Secret, PasswordVerifier.Result> check);

    /**
     * Guards a name without an account, so that it locks like every other (R-ENUM-1).
     *
     * @param unknown a canonical name without an account
     * @param location the location of the sign-in
     * @param password as the user typed it
     * @param check takes as long as the check of a real password, and answers {@link PasswordVerifier.Result#WRONG}
     * @return as for an account
     */
    GuardResult guard(
            LoginName unknown, Location location, Secret password, Function<Secret, PasswordVerifier.Result> check);

    /**
     * Lifts the locks of an account and forgets its wrong passwords, at all locations: after a reset (LCK-11), by the
     * help desk (LCK-13), or after an unlock. It may be called twice.
     *
     * @param user the account
     */
    void clear(UserId user);

    /**
     * Returns the lockout status of an account. Show it only to the help desk, or to the user once signed in.
     *
     * @param user the account
     * @return the status by location
     */
    Map<Location, Status> status(UserId user);

    /**
     * Whether a sign-in comes from where the account owner usually signs in. The host decides. Each location has its own
     * count.
     */
    enum Location {
        /** A device or a network that the owner has signed in from before. */
        FAMILIAR,
        /** Any other device or network. An attacker who locks it leaves the familiar location open (LCK-09, R-RATE-12). */
        UNFAMILIAR
    }

    /**
     * The lockout of an account at one location. Show it only to the help desk, or to the user once signed in (LCK-18).
     *
     * @param lockedUntil until when no password is checked; empty if the account is not locked
     * @param wrong the number of wrong passwords that count now
     * @param locks the number of locks since the last right password
     */
    record Status(Optional<Instant> lockedUntil, int wrong, int locks) {
        /** Checks the parts. */
        public Status {
            Objects.requireNonNull(lockedUntil, "lockedUntil");
        }
    }
}
