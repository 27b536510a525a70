package dev.sspr.internal.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 4648 section 10, and the bytes of random seeds there and back. */
@Tag("R-TOTP-9")
class Base32Test {
    private static final long SEED = Long.getLong("sspr.base32.seed", 20260107L);

    @ParameterizedTest
    @CsvSource({
        "'','',''",
        "f,MY,MY======",
        "fo,MZXQ,MZXQ====",
        "foo,MZXW6,MZXW6===",
        "foob,MZXW6YQ,MZXW6YQ=",
        "fooba,MZXW6YTB,MZXW6YTB",
        "foobar,MZXW6YTBOI,MZXW6YTBOI======"
    })
    void text_ofTheRfc_isWrittenWithoutPaddingAndReadWithAndWithout(String plain, String bare, String padded) {
        byte[] bytes = plain.getBytes(StandardCharsets.US_ASCII);

        assertThat(new String(Base32.encode(bytes))).isEqualTo(bare);
        assertThat(Base32.decode(bare.toCharArray())).hasValue(bytes);
        assertThat(Base32.decode(padded.toCharArray())).hasValue(bytes);
        assertThat(Base32.decode(bare.toLowerCase(Locale.ROOT).toCharArray())).hasValue(bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "M",
                "MZX",
                "MZXW6Y",
                "MZXW6YT0",
                "MZXW6YT1",
                "MZXW6YT8",
                "MZXW6YT9",
                "MZ XQ",
                "MZXQ=",
                "MZXQ===",
                "=",
                "========",
                "M=======",
                "MZXQ====MZXQ====",
                "MZXW6YT\u0130",
                "MZXW6YT\u0661",
                "MZXW6YT\uff21",
                "MZXW\n6YTB"
            })
    void text_thatIsNoBase32_isNotRead(String text) {
        assertThat(Base32.decode(text.toCharArray())).isEmpty();
    }

    @Test
    void bytes_random_comeBack() {
        Random random = new Random(SEED);
        for (int length = 0; length < 200; length++) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);

            assertThat(Base32.decode(Base32.encode(bytes))).as("seed %s", SEED).hasValue(bytes);
        }
    }
}
