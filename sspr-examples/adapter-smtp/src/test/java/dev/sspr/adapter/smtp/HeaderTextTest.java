package dev.sspr.adapter.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("R-NOT-10")
@Tag("V-INJ-7")
final class HeaderTextTest {
    private static final int ROUNDS = 500;

    @Test
    void encode_randomText_isAsciiWordsThatDecodeToIt() throws UnsupportedEncodingException {
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < ROUNDS; round++) {
            String text = randomText(random);
            String encoded = HeaderText.encode(text);

            assertThat(encoded).as("seed %d, round %d", seed, round).matches("[\\x20-\\x7e]*");
            assertThat(MimeUtility.decodeText(encoded))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(text);
            if (!encoded.equals(text)) {
                assertThat(encoded.split(" "))
                        .allMatch(word -> word.matches("=\\?UTF-8\\?B\\?[A-Za-z0-9+/=]{1,52}\\?="));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Your code", "a, \"b\" <c>", "ends with a dot.", ""})
    void encode_printableAscii_staysAsItIs(String text) {
        assertThat(HeaderText.encode(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nb", "a\nb", "a\0b", "\u007f", "\t", "\ud83d", "=?", " a", "a "})
    void encode_anythingElse_isEncoded(String text) {
        assertThat(HeaderText.encode(text)).matches("=\\?UTF-8\\?B\\?[A-Za-z0-9+/=]+\\?=");
    }

    /** Mostly the characters that have broken encoders: the low octet of each is CR, LF, NUL or a quote. */
    private static String randomText(SplittableRandom random) {
        int[] nasty = {0x010D, 0x010A, 0x760A, 0x760D, 0x0122, 0x2028, '=', '?', '_', '"', '\\', ' ', 0x1F510, 0x10FFFD
        };
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(200); left > 0; left--) {
            int point = random.nextBoolean() ? nasty[random.nextInt(nasty.length)] : random.nextInt(0x20, 0x110000);
            boolean whole =
                    Character.getType(point) != Character.SURROGATE && Character.getType(point) != Character.CONTROL;
            text.appendCodePoint(whole ? point : 'x');
        }
        return text.toString();
    }
}
