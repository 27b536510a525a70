package dev.sspr.internal.registration;

import dev.sspr.spi.MethodKind;
import dev.sspr.spi.PhoneNumbers;
import java.util.Set;

/** Decides whether a phone number may be registered, by its form and by its type. */
final class PhoneNumberCheck {
    /** Satellite, premium-rate, shared-cost and universal numbers of the international plan (ITU-T E.164 list). */
    private static final Set<String> COSTLY = Set.of(
            "870", "878", "881", "882", "883", "888", "979", "808", "800", "1900", "1976", "44909", "3190", "49900");

    private PhoneNumberCheck() {}

    /**
     * Returns whether the form of a number is accepted: a listed country, or any if none is listed, and no range that
     * costs the host money (R-RATE-10).
     */
    static boolean accepts(String e164, Set<String> callingCodes) {
        String digits = e164.substring(1);
        return COSTLY.stream().noneMatch(digits::startsWith)
                && (callingCodes.isEmpty() || callingCodes.stream().anyMatch(digits::startsWith));
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
