package dev.sspr.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists as hosts have them: everything is taken or refused by its line, nothing is lost. */
class BannedTermsTest {
    private static BannedTerms read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static BannedTerms read(byte[] bytes) throws IOException {
        return BannedTerms.listed("words.txt", new ByteArrayInputStream(bytes));
    }

    private static boolean has(BannedTerms list, String term) {
        return list.index().containsWhole(list.index().codes(Candidate.of(term.toCharArray())));
    }

    @Test
    void marksBlankLinesAndEnds_areNoTerms() throws IOException {
        BannedTerms list = read("\ufeffcontoso\r\n\r\n  Widget \n\t\n# hash\nlast one");

        assertThat(list.size()).isEqualTo(4);
        assertThat(List.of("contoso", "widget", "# hash", "last one")).allMatch(term -> has(list, term));
    }

    @Test
    void termsThatCompareAlike_countOnce() throws IOException {
        assertThat(read("password\nPASSWORD\np@ssw0rd\n\uff50assword\ncaf\u00e9s\ncafe\u0301s")
                        .size())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"abc, 3", "abcdefghijklmnopqrstuvwxy, 25"})
    void term_ofAnotherLength_isRefusedByItsLine(String term, int length) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("contoso\n\n" + term + "\n"))
                .withMessageContaining("words.txt, line 3")
                .withMessageContaining("4 to 24")
                .withMessageContaining(" " + length + ";")
                .withMessageNotContaining(term);
    }

    @Test
    void line_thatIsNotUtf8_isRefusedByItsNumber() {
        byte[] latin = "contoso\ncaf\u00e9s\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(latin))
                .withMessageContaining("words.txt, line 2")
                .withMessageContaining("UTF-8");
    }

    @Test
    void line_withAControlCharacter_isRefusedByItsNumber() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("contoso\nwid\u0000get"))
                .withMessageContaining("words.txt, line 2");
    }

    @Test
    void file_thatIsNoList_isRefusedBeforeItFillsTheHeap() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(new byte[100_000]))
                .withMessageContaining("line 1")
                .withMessageContaining("1024");
    }

    @Test
    void list_ofMoreThanAMillion_isRefused() throws IOException {
        ByteArrayOutputStream million = new ByteArrayOutputStream();
        for (int i = 0; i < BannedTerms.MAX_LISTED; i++) {
            million.write(("w" + (1_000_000 + i) + "\n").getBytes(StandardCharsets.US_ASCII));
        }
        byte[] full = million.toByteArray();
        BannedTerms list = read(full);

        assertThat(list.size()).isLessThanOrEqualTo(BannedTerms.MAX_LISTED).isGreaterThan(500_000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BannedTerms.listed(
                        "words.txt",
                        new SequenceInputStream(
                                new ByteArrayInputStream(full),
                                new ByteArrayInputStream("one more".getBytes(StandardCharsets.US_ASCII)))))
                .withMessageContaining("line 1000001")
                .withMessageContaining("1000000");
    }

    @Test
    void list_inWords_givesNoTermAway() {
        assertThat(BannedTerms.custom(List.of("contoso")).toString()).isEqualTo("BannedTerms[CUSTOM, 1]");
    }
}
