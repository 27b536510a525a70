package dev.sspr.policy;

import dev.sspr.internal.bounds.Bounds;

/**
 * The codes that a person writes down.
 *
 * @param count how many there are, 5 to 12; default 10 (security numbers sheet)
 * @param characters of a code, out of 32 unambiguous ones, 13 to 24, which is 65 to 120 bits; default 16, which is 80
 *     bits (R-OTP-7; NIST SP 800-63B-4 section 4.2.1.1 for the floor). One more in front tells which of them it is
 */
public record RecoveryCodePolicy(int count, int characters) {
    /**
     * Checks every number.
     *
     * @throws IllegalArgumentException naming the setting that is out of bounds
     */
    public RecoveryCodePolicy {
        Bounds.within("recoveryCodes.count", count, 5, 12);
        Bounds.within("recoveryCodes.characters", characters, 13, 24);
    }

    /**
     * The numbers of the {@code standard} preset.
     *
     * @return the defaults
     */
    public static RecoveryCodePolicy standard() {
        return new RecoveryCodePolicy(10, 16);
    }
}
