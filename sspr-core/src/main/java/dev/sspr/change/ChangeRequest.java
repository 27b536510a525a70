package dev.sspr.change;

import dev.sspr.lockout.SmartLockout;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.UserId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The host's evidence for a password change. The library signs no user in, so it relies on the host. The host takes
 * this from its own session, or from a sign-in that it holds back until the change, never from a request.
 *
 * @param user the user
 * @param occasion the reason for the change
 * @param passwordEvidence what the sign-in proved about the current password
 * @param signedInAt when the user last authenticated, not when the session was last used
 * @param methods the kinds that were part of that sign-in, beside a password
 * @param location whether the location is familiar, which selects the count of wrong passwords (LCK-09)
 * @param passwordSetAt when the current password was set, if known; a voluntary change below the minimum age of the
 *     password rules is refused
 */
public record ChangeRequest(
        UserId user,
        Occasion occasion,
        PasswordEvidence passwordEvidence,
        Instant signedInAt,
        Set<MethodKind> methods,
        SmartLockout.Location location,
        Optional<Instant> passwordSetAt) {
    /** The evidence of a sign-in about the current password. */
    public enum PasswordEvidence {
        /** It was typed at this sign-in. */
        TYPED,
        /** It was not typed, such as in a passkey session of a user who also has a password. */
        NOT_TYPED,
        /** The user has no password to type: another factor takes its place (ASK-37). */
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
     * Creates a request for a voluntary change, in a session that began with the password, at an unfamiliar location.
     *
     * @param user the user
     * @param signedInAt when the user last authenticated
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

    /** The reason for a change. */
    public enum Occasion {
        /** The user wants to. */
        VOLUNTARY,
        /** The host found it expired at sign-in; the engine itself has no expiry (R-PWD-4). */
        EXPIRED,
        /** An administrator has set it, so it must not stay (CHG-09). */
        SET_BY_ADMINISTRATOR,
        /** It was found in a breach, or may be known to others. */
        FOUND_BREACHED;

        /** {@return true unless the user wants the change; a forced change has no minimum age} */
        public boolean forced() {
            return this != VOLUNTARY;
        }
    }
}
