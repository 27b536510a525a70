package dev.sspr.password;

import dev.sspr.internal.bounds.Bounds;

/**
 * What a new password must be like. There are no composition rules and no expiry (NIST SP 800-63B-4 section 3.1.1.2,
 * R-PWD-3, R-PWD-4).
 *
 * @param minAlone least code points where the password is the only factor, 8 to 64; default 15 (R-PWD-1)
 * @param minWithSecondFactor least code points where a second factor was proven, 8 to 64; default 8
 * @param max most code points, 64 to 256; default 128. Longer ones are refused, never cut (R-PWD-2)
 */
public record PasswordPolicy(int minAlone, int minWithSecondFactor, int max) {
    /** The most UTF-8 bytes a password can have, whatever the policy (R-PWD-2, R-INJ-3). */
    public static final int MAX_BYTES = 512;

    /**
     * Checks every number.
     *
     * @param minAlone as above
     * @param minWithSecondFactor as above
     * @param max as above
     * @throws IllegalArgumentException naming the setting that is out of bounds
     */
    public PasswordPolicy {
        Bounds.within("password.minAlone", minAlone, 8, 64);
        Bounds.within("password.minWithSecondFactor", minWithSecondFactor, 8, minAlone);
        Bounds.within("password.max", max, 64, 256);
    }

    /**
     * The numbers of the {@code standard} preset.
     *
     * @return the defaults
     */
    public static PasswordPolicy standard() {
        return new PasswordPolicy(15, 8, 128);
    }
}
