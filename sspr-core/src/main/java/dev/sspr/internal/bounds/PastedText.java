package dev.sspr.internal.bounds;

/**
 * The characters that come along when a user pastes a value: white space, invisible characters and other hyphens. No
 * code, number, address, link or login name contains them, so their removal changes no value.
 */
public final class PastedText {
    private PastedText() {}

    /** Returns whether a code point is white space: White_Space of Unicode, and the separators of ASCII. */
    public static boolean isSpace(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point) || point == 0x85;
    }

    /** Returns whether a code point is invisible: Default_Ignorable_Code_Point of Unicode, such as U+200B and bidi marks. */
    public static boolean isInvisible(int point) {
        if (point < 0xAD) {
            return false;
        }
        return point == 0xAD
                || point == 0x34F
                || point == 0x61C
                || point == 0x3164
                || point == 0xFEFF
                || point == 0xFFA0
                || isWithin(point, 0x115F, 0x1160)
                || isWithin(point, 0x17B4, 0x17B5)
                || isWithin(point, 0x180B, 0x180F)
                || isWithin(point, 0x200B, 0x200F)
                || isWithin(point, 0x202A, 0x202E)
                || isWithin(point, 0x2060, 0x206F)
                || isWithin(point, 0xFE00, 0xFE0F)
                || isWithin(point, 0xFFF0, 0xFFF8)
                || isWithin(point, 0x1BCA0, 0x1BCA3)
                || isWithin(point, 0x1D173, 0x1D17A)
                || isWithin(point, 0xE0000, 0xE0FFF);
    }

    /** Returns whether a code point is a hyphen, a dash or a minus sign. */
    public static boolean isDash(int point) {
        return point == '-' || point == 0x2212 || Character.getType(point) == Character.DASH_PUNCTUATION;
    }

    /** Returns a text without white space and invisible characters at its ends. */
    public static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isPadding(text.codePointAt(from))) {
            from += Character.charCount(text.codePointAt(from));
        }
        while (to > from && isPadding(text.codePointBefore(to))) {
            to -= Character.charCount(text.codePointBefore(to));
        }
        return text.substring(from, to);
    }

    /** Returns a text without invisible characters. */
    public static String visible(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().filter(point -> !isInvisible(point)).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /** Returns whether a code point is white space or invisible. */
    public static boolean isPadding(int point) {
        return isSpace(point) || isInvisible(point);
    }

    private static boolean isWithin(int point, int from, int to) {
        return point >= from && point <= to;
    }
}
