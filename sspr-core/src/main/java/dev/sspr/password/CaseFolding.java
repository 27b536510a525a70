package dev.sspr.password;

/**
 * The form in which passwords and words are compared: letter case and full width folded for each code point, and for
 * matching also the substitutions people make (BAN-03, BAN-04). No locale has a say (R-UNI-2).
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

    /** Letter case and width away. */
    static int plain(int point) {
        if (point < ASCII) {
            return LOWER[point];
        }
        int narrow = point > 0xFF00 && point < 0xFF5F ? point - FULL_WIDTH : point;
        int folded = Character.toLowerCase(Character.toUpperCase(narrow));
        return folded < ASCII ? LOWER[folded] : folded;
    }

    /** The substitutions away, from a plain form. */
    static int normal(int plain) {
        return plain < ASCII ? NORMAL[plain] : plain;
    }

    /** Both, for a whole text. */
    static int[] normal(String text) {
        return text.codePoints().map(point -> normal(plain(point))).toArray();
    }
}
