package dev.sspr.spi;

import java.util.Map;
import java.util.Set;

/**
 * The trunk prefix that callers inside a country dial before a number, and callers from abroad do not. After a calling
 * code it is a mistake, such as the 0 of {@code +31 06 …}, which some networks repair (ITU-T E.164, annex to the
 * Operational Bulletin).
 */
final class TrunkPrefix {
    /** Plans in which a number begins with a zero that is dialled from abroad too. */
    private static final Set<String> ZERO_DIALLED = Set.of("39", "378", "225", "229", "241", "242");

    /** Plans with another trunk prefix, which makes a national number longer than this many digits. */
    private static final Map<String, Plan> OTHER = Map.of(
            "1", new Plan("1", 10),
            "7", new Plan("8", 10),
            "52", new Plan("1", 10),
            "370", new Plan("8", 8),
            "375", new Plan("8", 9),
            "692", new Plan("1", 7),
            "992", new Plan("8", 9),
            "993", new Plan("8", 8),
            "998", new Plan("8", 9));

    /** Calling codes of two digits; the others have three, except 1 and 7. */
    private static final Set<String> TWO_DIGITS = Set.of(
            "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47", "48", "49",
            "51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63", "64", "65", "66", "81", "82", "84",
            "86", "90", "91", "92", "93", "94", "95", "98");

    private record Plan(String prefix, int longest) {}

    private TrunkPrefix() {}

    /**
     * Returns a number without what may be a trunk prefix, for comparison. Without the numbering plan it can only be
     * guessed, so the result is never dialled.
     */
    static String without(String e164) {
        String code = callingCode(e164);
        if (ZERO_DIALLED.contains(code)) {
            return e164;
        }
        String start = "+" + code;
        String national = e164.substring(start.length());
        String bare = national.replaceFirst("^0+", "");
        if (code.equals("36") && national.startsWith("06")) {
            bare = national.substring(2);
        }
        Plan plan = OTHER.get(code);
        if (plan != null && bare.length() > plan.longest() && bare.startsWith(plan.prefix())) {
            bare = bare.substring(plan.prefix().length()).replaceFirst("^0+", "");
        }
        return start + bare;
    }

    private static String callingCode(String e164) {
        char first = e164.charAt(1);
        if (first == '1' || first == '7') {
            return e164.substring(1, 2);
        }
        String two = e164.substring(1, 3);
        return TWO_DIGITS.contains(two) ? two : e164.substring(1, 4);
    }
}
