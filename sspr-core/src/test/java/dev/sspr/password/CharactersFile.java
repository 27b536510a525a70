package dev.sspr.password;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Writes {@code characters.txt}: what each code point is in a password, the same on every JDK from 17 up. Two runs make
 * it: on a JDK 17 (Unicode 13), then on a JDK 25 (Unicode 16), which adds what is new and inert.
 *
 * <p>Inert is a character that NFC treats as it treats an unassigned one: it neither decomposes, nor composes, nor moves,
 * and it has no case. So a JDK that has not heard of it still prepares it rightly.
 */
final class CharactersFile {
    static final String HEADER = """
            # What each code point is in a password: runs of a class and a length in base 36, from U+0000 on.
            # u upper case, l lower case, d digit, o other letter, s anything else that can be seen, b blank,
            # j joiner, v variation selector, x refused. Unicode 13, and from Unicode 16 what is inert under NFC.
            # Written by CharactersFile of the tests. Derived from the Unicode Character Database;
            # copyright Unicode, Inc., Unicode License V3.
            """;

    private static final int POINTS = 0x110000;

    /** Default_Ignorable_Code_Point within categories that can otherwise be seen. */
    private static final Set<Integer> IGNORABLE =
            Set.of(0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180C, 0x180D, 0x180F, 0x3164, 0xFFA0);

    private CharactersFile() {}

    /**
     * Writes the file on a JDK 17, adds to it on a JDK 25.
     *
     * @param args the file
     */
    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]);
        char[] classes;
        if (Runtime.version().feature() == 17) {
            classes = assigned();
        } else {
            classes = Characters.parse(Files.readString(file, US_ASCII));
            addInert(classes);
        }
        Files.writeString(file, text(classes), US_ASCII);
    }

    static char[] assigned() {
        char[] classes = new char[POINTS];
        for (int point = 0; point < POINTS; point++) {
            classes[point] = classOf(point);
        }
        return classes;
    }

    private static void addInert(char[] classes) {
        char[] here = assigned();
        Set<Integer> parts = partsOfCompositions();
        StringBuilder leftOut = new StringBuilder();
        for (int point = 0; point < POINTS; point++) {
            if (classes[point] == 'x' && here[point] != 'x') {
                if (inert(point, parts)) {
                    classes[point] = here[point];
                } else {
                    leftOut.append(' ').append(Integer.toHexString(point));
                }
            }
        }
        System.out.println("new but not inert:" + leftOut);
    }

    static boolean inert(int point, Set<Integer> parts) {
        String one = Character.toString(point);
        int type = Character.getType(point);
        boolean mark = type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
        boolean cased = Character.toLowerCase(point) != point || Character.toUpperCase(point) != point;
        return !mark
                && !cased
                && Normalizer.normalize(one, Normalizer.Form.NFD).equals(one)
                && Normalizer.normalize(one, Normalizer.Form.NFC).equals(one)
                && !parts.contains(point);
    }

    /** The parts of all compositions: a part of one is not inert. */
    static Set<Integer> partsOfCompositions() {
        Set<Integer> parts = new HashSet<>();
        for (int whole = 0; whole < POINTS; whole++) {
            if (Character.getType(whole) != Character.SURROGATE) {
                String apart = Normalizer.normalize(Character.toString(whole), Normalizer.Form.NFD);
                if (apart.codePointCount(0, apart.length()) > 1) {
                    apart.codePoints().forEach(parts::add);
                }
            }
        }
        return parts;
    }

    private static char classOf(int point) {
        if (point == 0x200C || point == 0x200D) {
            return 'j';
        }
        if (point == 0xFE0E || point == 0xFE0F) {
            return 'v';
        }
        boolean selector = in(point, 0xFE00, 0xFE0F) || in(point, 0xE0100, 0xE01EF);
        boolean oldHangul = in(point, 0x1100, 0x11FF) || in(point, 0xA960, 0xA97C) || in(point, 0xD7B0, 0xD7FB);
        if (selector || oldHangul || IGNORABLE.contains(point)) {
            return 'x';
        }
        return switch (Character.getType(point)) {
            case Character.UPPERCASE_LETTER, Character.TITLECASE_LETTER -> 'u';
            case Character.LOWERCASE_LETTER -> 'l';
            case Character.DECIMAL_DIGIT_NUMBER -> 'd';
            case Character.OTHER_LETTER, Character.MODIFIER_LETTER -> 'o';
            case Character.SPACE_SEPARATOR -> 'b';
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> 'x';
            default -> 's';
        };
    }

    private static boolean in(int point, int from, int to) {
        return point >= from && point <= to;
    }

    static String text(char[] classes) {
        StringBuilder text = new StringBuilder(HEADER);
        int column = 0;
        for (int from = 0; from < POINTS; ) {
            int to = from;
            while (to < POINTS && classes[to] == classes[from]) {
                to++;
            }
            String run = Character.toString(Character.toUpperCase(classes[from]))
                    + Integer.toString(to - from, 36).toLowerCase(Locale.ROOT);
            if (column + run.length() > 118) {
                text.append('\n');
                column = 0;
            }
            text.append(run);
            column += run.length();
            from = to;
        }
        return text.append('\n').toString();
    }
}
