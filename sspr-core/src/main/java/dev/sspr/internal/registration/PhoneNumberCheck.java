package dev.sspr.internal.registration;

import dev.sspr.spi.MethodKind;
import dev.sspr.spi.PhoneNumbers;

/** Decides whether a phone number may be registered, by the type of its line. */
final class PhoneNumberCheck {
    private PhoneNumberCheck() {}

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
