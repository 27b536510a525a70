package dev.sspr.bench;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/** The figures of one run, as JSON: three significant digits, which is more than a busy machine gives. */
final class Summary {
    private static final MathContext DIGITS = new MathContext(3);

    private final StringJoiner entries = new StringJoiner(",\n", "{\n", "\n}\n");

    /** Adds one figure, what it should not exceed, and what it is to be compared with. */
    void add(String name, double value, String unit, double aim, Map<String, Double> peers) {
        StringJoiner fields = new StringJoiner(", ", "{", "}");
        fields.add("\"value\": " + number(value));
        fields.add("\"unit\": \"" + unit + '"');
        fields.add("\"aim\": " + number(aim));
        new TreeMap<>(peers).forEach((peer, figure) -> fields.add('"' + peer + "\": " + number(figure)));
        entries.add("  \"" + name + "\": " + fields);
    }

    private static String number(double value) {
        return new BigDecimal(value, DIGITS).stripTrailingZeros().toPlainString();
    }

    @Override
    public String toString() {
        return entries.toString();
    }
}
