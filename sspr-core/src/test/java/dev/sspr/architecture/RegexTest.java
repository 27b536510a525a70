package dev.sspr.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Regular expressions cannot be made to run for long: the number of characters they read is counted. */
@Tag("R-INJ-6")
class RegexTest {
    /** Reads of a character per character of the text, at most: a fixed number of tries at each place. */
    private static final int READS = 100;

    private static final int LENGTH = 2000;

    /** Texts on which an expression with nested or adjoining repetitions tries every split. */
    private static final List<String> UNITS = List.of(
            "a",
            "A",
            "0",
            "1",
            " ",
            "\u00a0",
            "\t",
            ".",
            "-",
            "_",
            "@",
            "a@",
            "a.",
            "a-",
            "%23",
            "#",
            "https://",
            "=",
            "x",
            "ext",
            "ext.",
            "0x",
            " x",
            "x ",
            "1 x 1",
            "a=",
            "+",
            "+1",
            "$",
            "{",
            "}",
            "\\",
            "\"",
            ",",
            ";",
            ":");

    private static final List<String> HEADS = List.of("", "a", "a@", "+31", "https://", "0");
    private static final List<String> TAILS = List.of("", "!", "\n", "@", "x");

    /** A text that counts how often one of its characters is read. */
    private static final class Counted implements CharSequence {
        private final String text;
        private final long[] reads;

        Counted(String text, long[] reads) {
            this.text = text;
            this.reads = reads;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            reads[0]++;
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int from, int to) {
            return new Counted(text.substring(from, to), reads);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static Stream<JavaField> constants() {
        return Classes.main().stream().map(JavaClass::getFields).flatMap(java.util.Set::stream);
    }

    private static Object value(JavaField constant) {
        try {
            Field field = constant.reflect();
            field.setAccessible(true);
            return field.get(null);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("a constant", e);
        }
    }

    private static List<Pattern> patterns() {
        List<Pattern> all = new ArrayList<>();
        constants()
                .filter(field -> field.getRawType().getName().equals("java.util.regex.Pattern"))
                .forEach(field -> all.add((Pattern) value(field)));
        return all;
    }

    /** The most characters that a search and a match of this expression read, for one character of a text. */
    private static long readsPerCharacter(Pattern pattern) {
        long most = 0;
        for (String unit : UNITS) {
            for (String head : HEADS) {
                for (String tail : TAILS) {
                    String text = head + unit.repeat(LENGTH / unit.length()) + tail;
                    long[] reads = new long[1];
                    pattern.matcher(new Counted(text, reads)).matches();
                    most = Math.max(most, reads[0] / text.length());
                }
            }
        }
        return most;
    }

    @Test
    @DisplayName("R-INJ-6: every compiled expression reads each character of a hostile text a bounded number of times")
    void expression_onHostileText_readsEachCharacterAFewTimes() {
        assertThat(patterns())
                .hasSizeGreaterThan(6)
                .allSatisfy(pattern ->
                        assertThat(readsPerCharacter(pattern)).as("%s", pattern).isLessThan(READS));
    }

    @Test
    @DisplayName("R-INJ-6: the count finds an expression that tries every split")
    void expression_thatTriesEverySplit_isFound() {
        assertThat(readsPerCharacter(Pattern.compile("(.*?)\\s*(?:x)\\s*([0-9]{1,7})")))
                .isGreaterThan(READS);
    }
}
