package dev.sspr.policy;

import dev.sspr.internal.bounds.Bounds;
import java.time.Duration;

/**
 * The form and life of codes that travel in messages.
 *
 * @param mailCharacters characters of a code by e-mail, out of 32 unambiguous ones, 6 to 16; default 10, which is 50
 *     bits: long enough to stand alone (security numbers sheet, section 6(c))
 * @param phoneDigits digits of a code by text message, 6 to 10; default 8 (R-OTP-1)
 * @param mailLife how long an e-mail's code and link work, 1 minute to 24 hours; default 10 minutes (ASVS 6.5.5; NIST
 *     SP 800-63B-4 section 4.2.1.2 for the ceiling)
 * @param phoneLife the same for a text message, 1 to 10 minutes; default 5 minutes
 */
public record CodePolicy(int mailCharacters, int phoneDigits, Duration mailLife, Duration phoneLife) {
    /**
     * Checks every number.
     *
     * @throws IllegalArgumentException naming the setting that is out of bounds
     */
    public CodePolicy {
        Bounds.within("codes.mailCharacters", mailCharacters, 6, 16);
        Bounds.within("codes.phoneDigits", phoneDigits, 6, 10);
        Bounds.within("codes.mailLife", mailLife, Duration.ofMinutes(1), Duration.ofHours(24));
        Bounds.within("codes.phoneLife", phoneLife, Duration.ofMinutes(1), Duration.ofMinutes(10));
    }

    /**
     * The numbers of the {@code standard} preset.
     *
     * @return the defaults
     */
    public static CodePolicy standard() {
        return new CodePolicy(10, 8, Duration.ofMinutes(10), Duration.ofMinutes(5));
    }
}
