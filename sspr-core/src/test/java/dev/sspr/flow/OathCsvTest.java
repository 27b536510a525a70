package dev.sspr.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sspr.oath.OathCsv;
import dev.sspr.oath.OathCsv.Content;
import dev.sspr.oath.OathToken;
import dev.sspr.oath.OathToken.Factor;
import dev.sspr.spi.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The file that an administrator imports hardware tokens from. */
@Tag("M-09")
class OathCsvTest {
    private static final String HEADER = "upn,serial number,secret key,time interval,manufacturer,model";
    private static final String A = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    private static final String B = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

    private static Content read(String... lines) {
        return OathCsv.read(String.join("\n", lines));
    }

    /** Each problem as line, code and parameters. */
    private static List<String> problems(Content content) {
        return content.problems().stream()
                .map(problem -> problem.line() + " " + problem.finding().code() + " "
                        + new TreeMap<>(problem.finding().parameters()))
                .toList();
    }

    private static String one(String line) {
        return problems(read(HEADER, line)).toString();
    }

    @Nested
    class Good {
        @Test
        void file_ofEntrasColumns_isReadWhole() {
            Content content = read(HEADER, "anna@example.org,1234567," + A + ",60,Contoso,HardwareKey");

            assertThat(content.problems()).isEmpty();
            assertThat(content.rows())
                    .containsExactly(new OathCsv.Row(
                            2,
                            "anna@example.org",
                            new OathToken(
                                    "1234567",
                                    "Contoso",
                                    "HardwareKey",
                                    Secret.of(A),
                                    OathToken.Hash.SHA1,
                                    6,
                                    new Factor.Time(Duration.ofSeconds(60)))));
        }

        @Test
        void tokenWithAButton_hasACounter() {
            Content content = read(
                    HEADER + ",type,counter,algorithm,digits",
                    "a,1," + A + ",,Acme,T,HOTP,17,SHA256,8",
                    "b,2," + B + ",0,Acme,T,hotp,,,");

            assertThat(content.problems()).isEmpty();
            assertThat(content.rows())
                    .extracting(row -> row.token().factor())
                    .containsExactly(new Factor.Presses(17), new Factor.Presses(0));
            assertThat(content.rows())
                    .extracting(row -> row.token().hash())
                    .containsExactly(OathToken.Hash.SHA256, OathToken.Hash.SHA1);
            assertThat(content.rows()).extracting(row -> row.token().digits()).containsExactly(8, 6);
        }

        @ParameterizedTest
        @ValueSource(strings = {"\n", "\r\n", "\r"})
        void lineEnds_byteOrderMarkAndBlankLines_areNoMatter(String end) {
            String text = "\uFEFF" + HEADER + end + end + "a,1," + A + ",30,," + end + "  " + end + ",,,,," + end
                    + "b,2," + B + ",30,," + end + end;
            Content content = OathCsv.read(text);

            assertThat(content.problems()).isEmpty();
            assertThat(content.rows()).extracting(OathCsv.Row::line).containsExactly(3, 6);
        }

        @Test
        void quotes_holdCommasAndQuotes() {
            Content content = read(
                    "\"upn\", \"Serial Number\" ,SECRET KEY,time interval,manufacturer,model",
                    "\"a\",\"1\" , \"" + A + "\",30,\"Acme, \"\"the\"\" maker\",\"\"");

            assertThat(content.problems()).isEmpty();
            assertThat(content.rows())
                    .extracting(row -> row.token().manufacturer())
                    .containsExactly("Acme, \"the\" maker");
        }

        @Test
        void columns_inAnyOrderAndUnknownOnes_areNoMatter() {
            Content content = read(
                    "note,model,manufacturer,time interval,secret key,serial number,upn",
                    "spare,M,Acme,30," + A + ",1,a");

            assertThat(content.problems()).isEmpty();
            assertThat(content.rows()).extracting(OathCsv.Row::upn).containsExactly("a");
        }

        @Test
        void secretOfTheMostCharacters_isTaken() {
            assertThat(read(HEADER, "a,1," + "A".repeat(128) + ",30,,").rows()).hasSize(1);
            assertThat(read(HEADER, "a,1," + A.toLowerCase(Locale.ROOT) + ",30,,")
                            .rows())
                    .hasSize(1);
        }
    }

    @Nested
    class Bad {
        @Test
        void everyProblem_isReportedWithItsLineAndGoodRowsStay() {
            Content content = read(
                    HEADER,
                    "good,1," + A + ",30,Acme,T",
                    ",,not base32!,45,Acme,T",
                    "short,2,GEZDGNBV,30,Acme,T",
                    "cells,3",
                    "good,4," + B + ",60,Acme,T",
                    "\"open,5," + A + ",30,Acme,T");

            assertThat(problems(content))
                    .containsExactly(
                            "3 oath-csv.missing {column=upn}",
                            "3 oath-csv.missing {column=serial number}",
                            "3 oath-csv.secret-not-base32 {allowed=A-Z, 2-7, column=secret key}",
                            "3 oath-csv.not-allowed {allowed=30, 60, column=time interval}",
                            "4 oath-csv.secret-too-short {allowed=26, column=secret key}",
                            "5 oath-csv.cells {expected=6, found=2}",
                            "7 oath-csv.quotes {}");
            assertThat(content.rows()).extracting(OathCsv.Row::line).containsExactly(2, 6);
        }

        @Test
        void serialOrSecretTwice_takesNeither() {
            Content content = read(
                    HEADER,
                    "a,1," + A + ",30,,",
                    "b,1," + B + ",30,,",
                    "c,2," + A.toLowerCase(Locale.ROOT) + ",30,,",
                    "d,3," + "C".repeat(32) + ",30,,",
                    "e,3,oops!,30,,");

            assertThat(problems(content))
                    .containsExactly(
                            "2 oath-csv.serial-twice {line=3}",
                            "2 oath-csv.secret-twice {line=4}",
                            "3 oath-csv.serial-twice {line=2}",
                            "4 oath-csv.secret-twice {line=2}",
                            "5 oath-csv.serial-twice {line=6}",
                            "6 oath-csv.secret-not-base32 {allowed=A-Z, 2-7, column=secret key}",
                            "6 oath-csv.serial-twice {line=5}");
            assertThat(content.rows()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "''|1 oath-csv.empty {}",
                    "'upn,serial number'|1 oath-csv.column-missing {column=secret key}",
                    "'upn;serial number;secret key;time interval;manufacturer;model'|1 oath-csv.column-missing {column=upn}",
                    "'upn,upn,serial number,secret key,time interval,manufacturer,model'|1 oath-csv.column-twice {column=upn}",
                    "'a,1,SECRET,30,Acme,T'|1 oath-csv.column-missing {column=upn}"
                })
        void header_thatIsNone_takesNothing(String header, String problem) {
            Content content = read(header, "a,1," + A + ",30,,");
            List<String> found = problems(header.isEmpty() ? OathCsv.read("") : content);

            assertThat(found).contains(problem);
            assertThat(content.rows()).isEmpty();
        }

        @Test
        void secret_ofTooManyCharacters_isNamedAsSuch() {
            assertThat(one("a,1," + "A".repeat(129) + ",30,,"))
                    .isEqualTo("[2 oath-csv.secret-too-long {allowed=128, column=secret key}]");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "0", "31", "30s", "-30", "٣٠", "30.0", "hotp"})
        void interval_otherThan30Or60_isRefused(String interval) {
            assertThat(one("a,1," + A + "," + interval + ",,")).contains("not-allowed", "time interval");
        }

        @ParameterizedTest
        @CsvSource({
            "motp,,,,type",
            "hotp,-1,,,counter",
            "hotp,1e3,,,counter",
            "hotp,9999999999999,,,counter",
            "totp,5,,,counter",
            ",,md5,,algorithm",
            ",,,7,digits",
            ",,,10,digits"
        })
        void optionalColumn_ofAnotherForm_isRefused(
                String type, String counter, String algorithm, String digits, String column) {
            String interval = "hotp".equals(type) ? "" : "30";
            String line = "a,1," + A + "," + interval + ",,," + text(type) + "," + text(counter) + "," + text(algorithm)
                    + "," + text(digits);

            assertThat(problems(read(HEADER + ",type,counter,algorithm,digits", line))
                            .toString())
                    .contains("2 oath-csv.not-allowed", column);
        }

        private static String text(String orNull) {
            return orNull == null ? "" : orNull;
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "\"a\"b,1,S,30,,",
                    "a\"b,1,S,30,,",
                    "\"a,1,S,30,,",
                    "a,1,S,30,,\"",
                    "\"\"\",1,S,30,,",
                    "\"a\"\"b,1,S,30,,"
                })
        void quotes_thatDoNotMatch_areReported(String line) {
            assertThat(one(line)).isEqualTo("[2 oath-csv.quotes {}]");
        }

        @Test
        void cells_withControlCharactersOrTooLong_areRefused() {
            assertThat(one("a\0b,1," + A + ",30,,")).contains("control-character", "upn");
            assertThat(one("a," + "1".repeat(65) + "," + A + ",30,,")).contains("cell-too-long", "serial number");
        }

        @Test
        void file_tooLong_isNotLookedInto() {
            assertThat(problems(OathCsv.read(" ".repeat(OathCsv.MAX_LENGTH + 1))))
                    .containsExactly("1 oath-csv.too-long {max=10000000}");
        }

        @Test
        @Tag("R-LOG-1")
        void nothingPrinted_holdsASecret() {
            Content content = read(HEADER, "a,1," + A + ",30,,", "b,1," + A + ",31,,", "c,2,GEZDGNBV,30,,");

            assertThat(content.toString()).doesNotContain(A).doesNotContain("GEZDGNBV");
        }
    }

    @ParameterizedTest
    @CsvSource({"'',6", "1234567,7", "1234567,5"})
    void token_outOfBounds_isRefused(String serial, int digits) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OathToken(
                        serial, "", "", Secret.of(A), OathToken.Hash.SHA1, digits, new Factor.Presses(0)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GEZDGNBV", "GEZDGNBVGY3TQOJQGEZDGNBV", "GEZDGNBVGY3TQOJQGEZDGNBVG1"})
    void token_withoutASoundSeed_isRefusedWithoutIt(String seed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new OathToken("1", "", "", Secret.of(seed), OathToken.Hash.SHA1, 6, new Factor.Presses(0)))
                .withMessageNotContaining("GEZDGNBV");
    }
}
