package dev.sspr.policy;

import dev.sspr.internal.bounds.Bounds;
import dev.sspr.internal.bounds.OathBounds;
import dev.sspr.oath.OathToken;
import java.time.Duration;
import java.util.Objects;

/**
 * How authenticator apps are enrolled. An app keeps what it was enrolled with when these numbers change, except for
 * {@code acceptedSteps}, which is the server's alone.
 *
 * @param hash default {@link OathToken.Hash#SHA1}: many apps show wrong codes for the others
 * @param digits of a code, 6 or 8; default 6, for the same reason (R-OTP-1 for the floor)
 * @param period how long a code is shown, 30 or 60 seconds; default 30 (RFC 6238 section 5.2)
 * @param acceptedSteps how many codes are right at a time, 1 to 3: the one shown now; with 2 also the one before it; with
 *     3 also the one after it; default 2 (R-TOTP-3)
 */
public record AuthenticatorPolicy(OathToken.Hash hash, int digits, Duration period, int acceptedSteps) {

    /**
     * Checks every number.
     *
     * @throws IllegalArgumentException naming the setting that is out of bounds
     */
    public AuthenticatorPolicy {
        Objects.requireNonNull(hash, "hash");
        OathBounds.digits("authenticator.digits", digits);
        OathBounds.period("authenticator.period", period);
        Bounds.within("authenticator.acceptedSteps", acceptedSteps, 1, 3);
    }

    /**
     * The numbers of the {@code standard} preset: what every app reads.
     *
     * @return the defaults
     */
    public static AuthenticatorPolicy standard() {
        return new AuthenticatorPolicy(OathToken.Hash.SHA1, 6, OathBounds.SHORT, 2);
    }
}
