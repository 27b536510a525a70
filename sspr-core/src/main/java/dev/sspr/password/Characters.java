package dev.sspr.password;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * The class of each code point in a password. The table is bundled because the table of the JDK grows with each Unicode
 * version, and all nodes must accept the same passwords (R-PWD-7, R-PWD-8).
 */
final class Characters {
    static final char REFUSED = 'x';
    static final char UPPER = 'u';
    static final char LOWER = 'l';
    static final char DIGIT = 'd';
    static final char LETTER = 'o';
    static final char SEEN = 's';
    static final char BLANK = 'b';
    static final char JOINER = 'j';
    static final char SELECTOR = 'v';

    private static final int POINTS = Character.MAX_CODE_POINT + 1;
    private static final int RADIX = 36;
    /** A page of the two-level table: 256 code points, selected by the first byte of a UTF-16 unit. */
    private static final int PAGE = 8;

    private Characters() {}

    /** Loads the table on first use. */
    private static final class Table {
        static final char[][] PAGES = pages(parse(read()));
    }

    /** Returns the class of a code point, one of the constants. */
    static char classOf(int point) {
        return Table.PAGES[point >>> PAGE][point & ((1 << PAGE) - 1)];
    }

    private static char[][] pages(char[] classes) {
        char[][] pages = new char[POINTS >>> PAGE][];
        for (int page = 0; page < pages.length; page++) {
            char[] one = Arrays.copyOfRange(classes, page << PAGE, (page + 1) << PAGE);
            pages[page] = page > 0 && Arrays.equals(one, pages[page - 1]) ? pages[page - 1] : one;
        }
        return pages;
    }

    /** Reads the runs: a capital letter for the class, then the length in base 36. */
    static char[] parse(String text) {
        char[] classes = new char[POINTS];
        int at = 0;
        for (String line : text.lines().filter(one -> !one.startsWith("#")).toList()) {
            for (int i = 0; i < line.length(); ) {
                int end = i + 1;
                while (end < line.length() && !(line.charAt(end) >= 'A' && line.charAt(end) <= 'Z')) {
                    end++;
                }
                int length = Integer.parseInt(line.substring(i + 1, end), RADIX);
                char kind = line.substring(i, i + 1).toLowerCase(Locale.ROOT).charAt(0);
                Arrays.fill(classes, at, at + length, kind);
                at += length;
                i = end;
            }
        }
        if (at != POINTS) {
            throw new IllegalStateException("sspr-core is not whole: characters.txt covers " + at + " code points");
        }
        return classes;
    }

    private static String read() {
        try (InputStream found = Characters.class.getResourceAsStream("characters.txt")) {
            if (found == null) {
                throw new IllegalStateException("sspr-core is not whole: characters.txt is missing");
            }
            return new String(found.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
