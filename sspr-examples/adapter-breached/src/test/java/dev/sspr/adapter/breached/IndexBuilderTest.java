package dev.sspr.adapter.breached;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sspr.adapter.breached.BuildProgress.Phase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class IndexBuilderTest extends IndexFolder {
    private static final String ONE = "0123456789ABCDEF0123456789ABCDEF01234567";
    private static final String TWO = "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF";

    @ParameterizedTest
    @CsvSource({"1", "2", "183", "184", "185", "368", "3000", "12345", "200000"})
    void build_exact_containsItsHashesAndNoOther(int count) throws IOException {
        Set<String> lines = Lists.random(random, count);
        BreachIndex built = built(IndexForm.EXACT, lines);

        assertThat(built.entries()).isEqualTo(count);
        containsAll(built, lines);
        assertThat(strangers(built, 20_000)).isZero();
        assertThat(Files.exists(folder.resolve("passwords.index.building"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3000", "12345", "200000"})
    void build_approximate_containsItsHashesAndOneStrangerIn220(int count) throws IOException {
        Set<String> lines = Lists.random(random, count);
        BreachIndex built = built(IndexForm.APPROXIMATE, lines);

        containsAll(built, lines);
        // 200 000 at one in 220 are 909, with a standard deviation of 30
        assertThat(strangers(built, 200_000)).isLessThan(count > 1000 ? 1060 : 2000);
        built.verify();
    }

    @Test
    void build_sizes_areThoseOfTheForms() throws IOException {
        Set<String> lines = Lists.random(random, 300_000);
        built(IndexForm.EXACT, lines);
        assertThat(Files.size(index) / 300_000.0).isBetween(11.0, 11.25);
        built(IndexForm.APPROXIMATE, lines);
        assertThat(Files.size(index) * 8 / 300_000.0).isBetween(9.5, 10.0);
    }

    /** The same 64 bits, differing behind: over several pages. */
    @Test
    void build_hashesThatBeginAlike_areToldApart() throws IOException {
        List<String> lines = new ArrayList<>(Lists.random(random, 1000));
        for (int i = 0; i < 2000; i++) {
            lines.add(ONE.substring(0, 16) + String.format(Locale.ROOT, "%06X", 3 * i) + ONE.substring(22));
        }
        BreachIndex built = built(IndexForm.EXACT, lines);

        containsAll(built, lines);
        for (int i = 0; i < 2000; i++) {
            String other = ONE.substring(0, 16) + String.format(Locale.ROOT, "%06X", 3 * i + 1) + ONE.substring(22);
            assertThat(built.contains(Lists.sha1(other))).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void build_anyOrderWithDuplicates_makesTheSamePages(IndexForm form) throws IOException {
        List<String> lines = new ArrayList<>(Lists.random(random, 10_000));
        BreachIndex sorted = built(form, lines);
        Collections.shuffle(lines, random);
        lines.addAll(new ArrayList<>(lines.subList(0, form == IndexForm.EXACT ? 3000 : 0)));
        builder(form).build(Lists.write(list, lines), folder.resolve("other"));
        BreachIndex shuffled = BreachIndex.open(folder.resolve("other"));

        assertThat(shuffled.entries()).isEqualTo(sorted.entries());
        assertThat(Files.size(folder.resolve("other"))).isEqualTo(Files.size(index));
        containsAll(shuffled, lines);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ONE + "\n" + TWO + "\n",
                ONE + "\n" + TWO,
                ONE + "\r\n" + TWO + "\r\n",
                "\uFEFF" + ONE + ":3\n\n\n" + TWO + ":1\n\n",
                "\n\r\n" + TWO + ":99999999999\n" + ONE + "\n" + ONE + "\n",
                "0123456789abcdef0123456789abcdef01234567:1\nffffffffffffffffffffffffffffffffffffffff:2",
                ONE + ":1\n" + TWO + ":1\n1123456789ABCDEF0123456789ABCDEF01234567:0\n"
            })
    void build_listAsItMayBeWritten_losesNothing(String text) throws IOException {
        builder(IndexForm.EXACT).build(Files.writeString(list, text), index);
        BreachIndex built = BreachIndex.open(index);

        assertThat(built.entries()).isEqualTo(2);
        containsAll(built, List.of(ONE, TWO));
        assertThat(built.contains(Lists.sha1("1" + ONE.substring(1)))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0123|line 2 has 4 characters, fewer than 40 hexadecimal digits",
                "G123456789ABCDEF0123456789ABCDEF01234567|line 2 does not begin with 40 hexadecimal digits",
                "0123456789ABCDEF0123456789ABCDEF0123456\u00e9|line 2 does not begin with 40 hexadecimal digits",
                "0123456789ABCDEF0123456789ABCDEF01234567:|line 2 must end after 40 hexadecimal digits",
                "0123456789ABCDEF0123456789ABCDEF01234567:x|line 2 must end after 40 hexadecimal digits",
                "0123456789ABCDEF0123456789ABCDEF01234567 3|line 2 must end after 40 hexadecimal digits",
                "0123456789ABCDEF0123456789ABCDEF012345678|line 2 must end after 40 hexadecimal digits",
                "\uFEFF0123456789ABCDEF0123456789ABCDEF01234567|line 2 does not begin with 40 hexadecimal digits",
            })
    void build_malformedLine_isRefusedWithItsNumber(String line, String reason) throws IOException {
        Files.write(list, (ONE + "\n" + line + "\n").getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> builder(IndexForm.EXACT).build(list, index))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("list.txt: " + reason);
        assertThat(Files.exists(index)).isFalse();
    }

    @Test
    void build_endlessLine_isRefusedUnread() throws IOException {
        Files.writeString(list, ONE + "\n" + "A".repeat(5_000_000));

        assertThatThrownBy(() -> builder(IndexForm.EXACT).build(list, index))
                .hasMessageContaining("line 2 is longer than 64 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\r\n", "\uFEFF", ONE + ":0"})
    void build_noHash_isRefused(String text) throws IOException {
        Files.writeString(list, text);

        assertThatThrownBy(() -> builder(IndexForm.EXACT).build(list, index)).hasMessageContaining("it has no hash");
    }

    @Test
    void build_reportsItsProgress() throws IOException {
        Set<Phase> heard = EnumSet.noneOf(Phase.class);
        builder(IndexForm.EXACT)
                .reporting((phase, done, total) -> {
                    assertThat(done).isBetween(1L, total);
                    heard.add(phase);
                })
                .build(Lists.write(list, Lists.random(random, 5000)), index);

        assertThat(heard).containsExactly(Phase.READING, Phase.WRITING);
    }
}
