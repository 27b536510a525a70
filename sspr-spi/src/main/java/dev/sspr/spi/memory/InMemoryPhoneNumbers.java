package dev.sspr.spi.memory;

import dev.sspr.spi.PhoneNumbers;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Numbering plans that contain what a test adds; every other number is {@link PhoneNumbers.Type#UNKNOWN}.
 *
 * <p><b>Threads.</b> Safe for use by many threads; a change is seen by every call that begins after it.
 */
public final class InMemoryPhoneNumbers implements PhoneNumbers {
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

    private final Faults faults = new Faults("the phone numbers");
    private final Map<String, PhoneNumbers.Line> lines = new ConcurrentHashMap<>();

    /** Makes empty plans. */
    public InMemoryPhoneNumbers() {}

    /**
     * The failures that a test can request.
     *
     * @return always the same
     */
    public Faults faults() {
        return faults;
    }

    /**
     * Sets the type of a number's line.
     *
     * @param e164 the number
     * @param type the type of its line
     * @throws IllegalArgumentException if the number does not have E.164 form
     */
    public void put(String e164, PhoneNumbers.Type type) {
        lines.put(formed(e164), new PhoneNumbers.Line(e164, Objects.requireNonNull(type, "type")));
    }

    /**
     * Adds a spelling of a number, such as one with a trunk prefix.
     *
     * @param spelling what a user types, in E.164 form
     * @param e164 a number with a type
     * @throws IllegalArgumentException if one of them does not have E.164 form, or if the number has no type
     */
    public void putSpelling(String spelling, String e164) {
        PhoneNumbers.Line line = lines.get(formed(e164));
        if (line == null) {
            throw new IllegalArgumentException("put the number before its spelling");
        }
        lines.put(formed(spelling), line);
    }

    @Override
    public PhoneNumbers.Line lineOf(String e164) {
        String number = formed(e164);
        return faults.around(
                "lineOf", () -> lines.getOrDefault(number, new PhoneNumbers.Line(number, PhoneNumbers.Type.UNKNOWN)));
    }

    private static String formed(String e164) {
        if (!E164.matcher(Objects.requireNonNull(e164, "e164")).matches()) {
            throw new IllegalArgumentException("e164 must be + and 7 to 15 digits, the first of them not 0");
        }
        return e164;
    }
}
