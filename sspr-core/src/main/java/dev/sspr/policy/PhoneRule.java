package dev.sspr.policy;

import dev.sspr.spi.MethodKind;
import dev.sspr.spi.PhoneNumbers;
import java.util.Set;

/**
 * Which phone numbers may be registered: countries by their calling code, and no ranges that cost the host money
 * (R-RATE-10). The check is of the form; what the numbering plans know is {@link PhoneNumbers}' part.
 *
 * @param callingCodes such as {@code 31}; empty for all
 */
public record PhoneRule(Set<String> callingCodes) {
    /** Satellite, premium-rate, shared-cost and universal numbers of the international plan (ITU-T E.164 list). */
    private static final Set<String> COSTLY = Set.of(
            "870", "878", "881", "882", "883", "888", "979", "808", "800", "1900", "1976", "44909", "3190", "49900");

    /**
     * Copies the set.
     *
     * @throws IllegalArgumentException if one is not 1 to 3 digits
     */
    public PhoneRule {
        callingCodes = Set.copyOf(callingCodes);
        for (String code : callingCodes) {
            if (!code.matches("[1-9][0-9]{0,2}")) {
                throw new IllegalArgumentException("registration.phones: '" + code + "' is not a calling code");
            }
        }
    }

    /**
     * Every country, without the ranges that cost the host money.
     *
     * @return the rule
     */
    public static PhoneRule anyCountry() {
        return new PhoneRule(Set.of());
    }

    /**
     * Whether a kind of line takes what is sent to it. Whoever answers a number over the internet holds no telephone, so such
     * a number proves nothing (NIST SP 800-63B-4, section 3.1.3); on an office's desk that is the custom.
     *
     * @param type the type of the line
     * @param kind the kind of method
     * @return false if such a line cannot receive or does not prove it
     */
    public static boolean carries(PhoneNumbers.Type type, MethodKind kind) {
        return switch (type) {
            case MOBILE, FIXED_OR_MOBILE, UNKNOWN -> true;
            case FIXED_LINE -> !kind.equals(MethodKind.SMS_CODE);
            case VOIP, OTHER -> kind.equals(MethodKind.OFFICE_CODE);
            case COSTLY, NONE -> false;
        };
    }

    /**
     * Whether a number has an allowed calling code, by its form alone.
     *
     * @param e164 the number in E.164 form
     * @return false if its calling code is costly or not allowed
     */
    public boolean accepts(String e164) {
        String digits = e164.substring(1);
        return COSTLY.stream().noneMatch(digits::startsWith)
                && (callingCodes.isEmpty() || callingCodes.stream().anyMatch(digits::startsWith));
    }
}
