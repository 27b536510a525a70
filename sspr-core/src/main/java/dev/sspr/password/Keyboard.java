package dev.sspr.password;

/**
 * Knows which characters follow each other: in the alphabet, in the digits, along the rows of keyboards, and as
 * repetitions.
 */
final class Keyboard {
    private static final int ASCII = 0x80;
    private static final int SAME = 1;
    private static final int UP = 2;
    private static final int DOWN = 4;
    private static final int FIRST_BOARD = 3;

    /** QWERTY, QWERTZ, AZERTY, and the columns. */
    private static final String[][] BOARDS = {
        {"1234567890-=", "qwertyuiop[]\\", "asdfghjkl;'", "zxcvbnm,./"},
        {"1234567890", "qwertzuiop", "asdfghjkl", "yxcvbnm"},
        {"1234567890", "azertyuiop", "qsdfghjklm", "wxcvbn"},
        {"1qaz", "2wsx", "3edc", "4rfv", "5tgb", "6yhn", "7ujm", "8ik,", "9ol.", "0p;/"},
    };

    /** For each pair of characters, the ways in which the second follows the first, one bit for each way. */
    private static final short[] STEPS = new short[ASCII * ASCII];

    static {
        for (int from = 0; from < ASCII; from++) {
            for (int to = 0; to < ASCII; to++) {
                STEPS[from * ASCII + to] = (short) code(from, to);
            }
        }
        for (int board = 0; board < BOARDS.length; board++) {
            for (String row : BOARDS[board]) {
                for (int i = 1; i < row.length(); i++) {
                    int right = FIRST_BOARD + 2 * board;
                    STEPS[row.charAt(i - 1) * ASCII + row.charAt(i)] |= (short) (1 << right);
                    STEPS[row.charAt(i) * ASCII + row.charAt(i - 1)] |= (short) (1 << (right + 1));
                }
            }
        }
    }

    private Keyboard() {}

    /** Returns the ways in which a character follows another, as bits, without letter case; 0 if there is none. */
    static int steps(int from, int to) {
        return from < ASCII && to < ASCII ? STEPS[from * ASCII + to] : code(from, to);
    }

    private static int code(int from, int to) {
        if (from == to) {
            return SAME;
        }
        if (to - from != 1 && from - to != 1) {
            return 0;
        }
        return counts(from) && counts(to) ? (to > from ? UP : DOWN) : 0;
    }

    private static boolean counts(int point) {
        char kind = Characters.classOf(point);
        return kind == Characters.LOWER || kind == Characters.DIGIT || kind == Characters.LETTER;
    }
}
