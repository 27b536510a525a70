package dev.sspr.spi;

import java.util.Objects;

/** The checks of the value types. */
final class Text {
    private Text() {}

    /** Requires 1 to {@code max} UTF-16 units without control characters or unpaired surrogates. */
    static String opaque(String what, String value, int max) {
        Objects.requireNonNull(value, what);
        if (value.isEmpty() || value.length() > max) {
            throw new IllegalArgumentException(
                    what + " must have 1 to " + max + " characters, it has " + value.length());
        }
        for (int i = 0; i < value.length(); ) {
            char c = value.charAt(i);
            if (c >= ' ' && c < 0x7f) {
                i++;
                continue;
            }
            int point = value.codePointAt(i);
            int type = Character.getType(point);
            if (type == Character.CONTROL
                    || type == Character.SURROGATE
                    || type == Character.FORMAT
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR) {
                throw new IllegalArgumentException(
                        what + " has a control, format or unpaired surrogate character at index " + i);
            }
            i += Character.charCount(point);
        }
        return value;
    }
}
