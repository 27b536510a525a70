package dev.sspr.password;

/**
 * Folds passwords and words into the form that is compared. Letter case and full width are folded for each code point.
 * For matching, common substitutions are folded as well (BAN-03, BAN-04). The result does not depend on a locale
 * (R-UNI-2).
 */
final class CaseFolding {
    private static final int ASCII = 0x80;
    private static final int FULL_WIDTH = 0xFEE0;
    private static final char[] LOWER = new char[ASCII];
    private static final char[] NORMAL = new char[ASCII];

    static {
        for (char c = 0; c < ASCII; c++) {
            LOWER[c] = c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c;
            NORMAL[c] = LOWER[c];
        }
        NORMAL['0'] = 'o';
        NORMAL['1'] = 'l';
        NORMAL['$'] = 's';
        NORMAL['@'] = 'a';
    }

    private CaseFolding() {}

    /** Folds letter case and width. */
    static int plain(int point) {
        if (point < ASCII) {
            return LOWER[point];
        }
        int narrow = point > 0xFF00 && point < 0xFF5F ? point - FULL_WIDTH : point;
        int folded = Character.toLowerCase(Character.toUpperCase(narrow));
        return folded < ASCII ? LOWER[folded] : folded;
    }

    /** Folds substitutions of a plain code point. */
    static int normal(int plain) {
        return plain < ASCII ? NORMAL[plain] : plain;
    }

    /** Folds a whole text. */
    static int[] normal(String text) {
        return text.codePoints().map(point -> normal(plain(point))).toArray();
    }
}
