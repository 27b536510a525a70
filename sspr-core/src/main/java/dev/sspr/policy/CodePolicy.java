package dev.sspr.policy;

import dev.sspr.internal.bounds.Bounds;
import java.time.Duration;

/**
 * Length and lifetime of the codes that messages carry.
 *
 * @param mailCharacters characters of a code in an e-mail, out of 32 unambiguous ones, 6 to 16; default 10, which is 50
 *     bits. A year of guessing at the limits then stays below a chance of one in a million for the whole tenant
 * @param phoneDigits digits of a code in a text message or a call, 6 to 10; default 8 (R-OTP-1)
 * @param mailLife lifetime of the code and the link in an e-mail, 1 minute to 24 hours; default 10 minutes (ASVS 6.5.5;
 *     the maximum is that of NIST SP 800-63B-4 section 4.2.1.2)
 * @param phoneLife lifetime of a code in a text message or a call, 1 to 10 minutes; default 5 minutes (R-OTP-5)
 */
public record CodePolicy(int mailCharacters, int phoneDigits, Duration mailLife, Duration phoneLife) {
    /** Checks every number; a message names the one that is out of bounds. */
    public CodePolicy {
        Bounds.within("codes.mailCharacters", mailCharacters, 6, 16);
        Bounds.within("codes.phoneDigits", phoneDigits, 6, 10);
        Bounds.within("codes.mailLife", mailLife, Duration.ofMinutes(1), Duration.ofHours(24));
        Bounds.within("codes.phoneLife", phoneLife, Duration.ofMinutes(1), Duration.ofMinutes(10));
    }

    /** {@return the values of the {@code standard} and {@code nist} presets} */
    public static CodePolicy standard() {
        return new CodePolicy(10, 8, Duration.ofMinutes(10), Duration.ofMinutes(5));
    }

    /** {@return the values of the {@code entra} preset: short codes for 5 minutes} */
    public static CodePolicy entra() {
        return new CodePolicy(6, 6, Duration.ofMinutes(5), Duration.ofMinutes(5));
    }

    /** {@return a copy with codes of another length in e-mails, 6 to 16 characters} */
    public CodePolicy mailCharacters(int mailCharacters) {
        return new CodePolicy(mailCharacters, phoneDigits, mailLife, phoneLife);
    }

    /** {@return a copy with codes of another length in text messages and calls, 6 to 10 digits} */
    public CodePolicy phoneDigits(int phoneDigits) {
        return new CodePolicy(mailCharacters, phoneDigits, mailLife, phoneLife);
    }

    /** {@return a copy with another lifetime of codes in e-mails, 1 minute to 24 hours} */
    public CodePolicy mailLife(Duration mailLife) {
        return new CodePolicy(mailCharacters, phoneDigits, mailLife, phoneLife);
    }

    /** {@return a copy with another lifetime of codes in text messages and calls, 1 to 10 minutes} */
    public CodePolicy phoneLife(Duration phoneLife) {
        return new CodePolicy(mailCharacters, phoneDigits, mailLife, phoneLife);
    }
}
