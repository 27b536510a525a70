package dev.sspr.internal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeFormatTest {
    private static final int CODES = 1_000_000;
    private static final long SEED = Long.getLong("sspr.codes.seed", 20260105L);

    private static CodeFormat format(String kind, int length) {
        return kind.equals("digits") ? CodeFormat.digits(length) : CodeFormat.unambiguous(length);
    }

    /** The 99.99 % quantile of chi-square (Wilson and Hilferty's approximation). */
    private static double worst(int freedom) {
        double a = 2.0 / (9.0 * freedom);
        double root = 1 - a + 3.719 * Math.sqrt(a);
        return freedom * root * root * root;
    }

    @ParameterizedTest
    @Tag("R-OTP-1")
    @CsvSource({"digits, 8", "digits, 6", "letters, 10"})
    void codes_areUniformAtEveryPosition(String kind, int length) {
        CodeFormat format = format(kind, length);
        Random random = new Random(SEED);
        int[][] counts = new int[length][128];
        byte[] block = new byte[32];
        for (int i = 0; i < CODES; i++) {
            char[] code = format.code(asked -> {
                random.nextBytes(block);
                return block;
            });
            for (int at = 0; at < length; at++) {
                counts[at][code[at]]++;
            }
        }
        int symbols = format.alphabet().length();
        double expected = (double) CODES / symbols;
        for (int at = 0; at < length; at++) {
            double chi = 0;
            int all = 0;
            for (char symbol : format.alphabet().toCharArray()) {
                double off = counts[at][symbol] - expected;
                chi += off * off / expected;
                all += counts[at][symbol];
            }
            assertThat(all).isEqualTo(CODES);
            assertThat(chi).as("position %s, seed %s", at, SEED).isLessThan(worst(symbols - 1));
        }
    }

    @Test
    @Tag("R-OTP-1")
    void code_ofBytesThatWouldBias_takesTheNextOnes() {
        byte[] biased = new byte[32];
        Arrays.fill(biased, (byte) 255);
        byte[] fair = {1, 2, 3, 4, 5, 6, 7, 8};

        char[] code = CodeFormat.digits(8).code(asked -> asked == 0 ? biased : fair);

        assertThat(new String(code)).isEqualTo("12345678");
    }

    @Test
    @Tag("R-OTP-1")
    void code_keepsLeadingZeros() {
        assertThat(new String(CodeFormat.digits(8).code(asked -> new byte[32]))).isEqualTo("00000000");
    }

    @Test
    void space_isTheNumberOfCodes() {
        assertThat(CodeFormat.digits(8).space()).isEqualTo(BigInteger.valueOf(100_000_000));
        assertThat(CodeFormat.unambiguous(10).space()).isEqualTo(BigInteger.ONE.shiftLeft(50));
        assertThat(CodeFormat.unambiguous(10).alphabet()).hasSize(32).doesNotContain("0", "1", "I", "O");
    }

    @ParameterizedTest
    @Tag("R-OTP-6")
    @ValueSource(strings = {"12345678", " 1234 5678 ", "1234-5678", "--12345678", "1 2 3 4 5 6 7 8"})
    void typed_withSpacesAndHyphens_isTheCode(String typed) {
        assertThat(new String(CodeFormat.digits(8).normalised(typed.toCharArray())))
                .isEqualTo("12345678");
    }

    @Test
    @Tag("R-OTP-6")
    void typed_inLowerCase_isTheCode() {
        assertThat(new String(CodeFormat.unambiguous(10).normalised("abcde-fghjk".toCharArray())))
                .isEqualTo("ABCDEFGHJK");
    }

    @ParameterizedTest
    @Tag("R-OTP-6")
    @Tag("V-TYPE-8")
    @ValueSource(
            strings = {
                "\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668",
                "\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18",
                "1234567",
                "123456789",
                "+1234567",
                "0x12345",
                "1.234e56",
                "12345678\0",
                "",
                "0",
                "true",
            })
    void typed_anythingElse_isNoCode(String typed) {
        String normal = new String(CodeFormat.digits(8).normalised(typed.toCharArray()));

        assertThat(normal).hasSize(8).isNotEqualTo("12345678");
        assertThat(normal.chars().allMatch(c -> c >= '0' && c <= '9'))
                .as(normal)
                .isFalse();
    }

    @Test
    @Tag("R-OTP-6")
    void typed_tenThousandCharacters_isNoCode() {
        assertThat(CodeFormat.digits(8).normalised("12345678".repeat(1250).toCharArray()))
                .containsOnly('\0');
    }
}
