package dev.sspr.change;

import dev.sspr.lockout.SmartLockout;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.UserId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What the host says of the person who changes a password. The library never signs anybody in, so this is the host's word: it
 * takes it from its own session, or from a sign-in that it holds back until the password is changed, never from a request.
 *
 * @param user who it is
 * @param occasion why
 * @param passwordEvidence what the sign-in showed of the current password
 * @param signedInAt when the person last proved who they are, not when the session was last used
 * @param methods the kinds that were part of that sign-in, beside a password
 * @param location whether the person is where they usually are: the budget of wrong passwords that is charged (LCK-09)
 * @param passwordSetAt when the current password was set, if the host knows it; by choice it is not changed below the minimum
 *     age that the rules for passwords have
 */
public record ChangeRequest(
        UserId user,
        Occasion occasion,
        PasswordEvidence passwordEvidence,
        Instant signedInAt,
        Set<MethodKind> methods,
        SmartLockout.Location location,
        Optional<Instant> passwordSetAt) {
    /** What a sign-in showed of the current password. */
    public enum PasswordEvidence {
        /** It was typed at this sign-in. */
        TYPED,
        /** It was not typed, such as in a session by passkey of somebody who has a password too. */
        NOT_TYPED,
        /** The person has no password to type: another factor takes its place (ASK-37). */
        NONE
    }

    /** Checks the parts and copies the set. */
    public ChangeRequest {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(occasion, "occasion");
        Objects.requireNonNull(passwordEvidence, "knowledge");
        Objects.requireNonNull(signedInAt, "signedInAt");
        methods = Set.copyOf(methods);
        Objects.requireNonNull(location, "place");
        Objects.requireNonNull(passwordSetAt, "passwordSetAt");
    }

    /**
     * A voluntary change in a session that began with the password, from a place the person is not known at.
     *
     * @param user who it is
     * @param signedInAt when the person last proved who they are
     * @return the request
     */
    public static ChangeRequest voluntary(UserId user, Instant signedInAt) {
        return new ChangeRequest(
                user,
                Occasion.VOLUNTARY,
                PasswordEvidence.TYPED,
                signedInAt,
                Set.of(),
                SmartLockout.Location.UNFAMILIAR,
                Optional.empty());
    }

    /** Why a password is changed. */
    public enum Occasion {
        /** The person wants to. */
        VOLUNTARY,
        /** The host found it expired at sign-in; the engine itself has no expiry (R-PWD-4). */
        EXPIRED,
        /** An administrator has set it, so it must not stay (CHG-09). */
        SET_BY_ADMINISTRATOR,
        /** It was found in a breach, or is feared to be known to others. */
        FOUND_BREACHED;

        /**
         * Tells whether the user has no choice; then no minimum age applies.
         *
         * @return true unless the user wants the change
         */
        public boolean forced() {
            return this != VOLUNTARY;
        }
    }
}
