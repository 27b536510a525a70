package dev.sspr.policy;

import dev.sspr.internal.bounds.Bounds;

/**
 * How far a hardware OATH token may be off. Each code that is right at a time is one more that a guess can hit
 * (RFC 4226 section 7.3).
 *
 * @param acceptedSteps for time-based tokens, as in {@link AuthenticatorPolicy}, 1 to 3; default 3: a token's clock runs
 *     fast as well as slow, and nobody can set it
 * @param lookAhead for event-based tokens, how many of the next codes are right, 1 to 20; default 5: presses of the button
 *     that went nowhere (RFC 4226 section 7.4)
 * @param resync how many of the next codes are searched for two in a row, which bring a token back that is further ahead,
 *     10 to 1000; default 100
 */
public record TokenPolicy(int acceptedSteps, int lookAhead, int resync) {
    /**
     * Checks every number.
     *
     * @throws IllegalArgumentException naming the setting that is out of bounds
     */
    public TokenPolicy {
        Bounds.within("tokens.acceptedSteps", acceptedSteps, 1, 3);
        Bounds.within("tokens.lookAhead", lookAhead, 1, 20);
        Bounds.within("tokens.resync", resync, 10, 1000);
    }

    /**
     * The numbers of the {@code standard} preset.
     *
     * @return the defaults
     */
    public static TokenPolicy standard() {
        return new TokenPolicy(3, 5, 100);
    }
}
