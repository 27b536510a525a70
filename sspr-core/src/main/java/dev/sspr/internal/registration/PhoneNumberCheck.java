package dev.sspr.internal.registration;

import dev.sspr.internal.verify.NumberRanges;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.PhoneNumbers;
import java.util.Set;

/** Decides whether a phone number may be registered, by its form and by its type. */
final class PhoneNumberCheck {
    private PhoneNumberCheck() {}

    /**
     * Returns whether the form of a number is accepted: a listed country, or any if none is listed, and no range that
     * costs the host money (R-RATE-10).
     */
    static boolean accepts(String e164, Set<String> callingCodes) {
        return new NumberRanges(callingCodes).accepts(e164);
    }

    /**
     * Returns whether a type of line carries the messages of a kind. An internet telephony number is bound to no
     * telephone, so it proves nothing (NIST SP 800-63B-4 section 3.1.3). An office phone may be of that type.
     */
    static boolean carries(PhoneNumbers.Type type, MethodKind kind) {
        return switch (type) {
            case MOBILE, FIXED_OR_MOBILE, UNKNOWN -> true;
            case FIXED_LINE -> !kind.equals(MethodKind.SMS_CODE);
            case VOIP, OTHER -> kind.equals(MethodKind.OFFICE_CODE);
            case COSTLY, NONE -> false;
        };
    }
}
