package dev.sspr.internal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.oath.OathToken;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 4226 appendix D, RFC 6238 appendix B, and what a seed of the wrong length would give. */
@Tag("R-TOTP-1")
class OathCodeTest {
    private static byte[] seed(int length) {
        byte[] digits = "1234567890".getBytes(StandardCharsets.US_ASCII);
        byte[] seed = new byte[length];
        for (int i = 0; i < length; i++) {
            seed[i] = digits[i % 10];
        }
        return seed;
    }

    private static String code(OathToken.Hash hash, int seedLength, int digits, long counter) {
        return new String(OathCode.of(hash, seed(seedLength), digits).at(counter));
    }

    @ParameterizedTest
    @CsvSource({
        "0,755224",
        "1,287082",
        "2,359152",
        "3,969429",
        "4,338314",
        "5,254676",
        "6,287922",
        "7,162583",
        "8,399871",
        "9,520489"
    })
    void hotp_rfc4226AppendixD_isEqual(long counter, String expected) {
        assertThat(code(OathToken.Hash.SHA1, 20, 6, counter)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "59,94287082,46119246,90693936",
        "1111111109,07081804,68084774,25091201",
        "1111111111,14050471,67062674,99943326",
        "1234567890,89005924,91819424,93441116",
        "2000000000,69279037,90698825,38618901",
        "20000000000,65353130,77737706,47863826"
    })
    void totp_rfc6238AppendixB_isEqual(long time, String sha1, String sha256, String sha512) {
        assertThat(code(OathToken.Hash.SHA1, 20, 8, time / 30)).isEqualTo(sha1);
        assertThat(code(OathToken.Hash.SHA256, 32, 8, time / 30)).isEqualTo(sha256);
        assertThat(code(OathToken.Hash.SHA512, 64, 8, time / 30)).isEqualTo(sha512);
    }

    @Test
    void totp_seedOfTheWrongLength_givesTheNegativeVectors() {
        assertThat(code(OathToken.Hash.SHA256, 20, 8, 1)).isEqualTo("32247374");
        assertThat(code(OathToken.Hash.SHA512, 20, 8, 1)).isEqualTo("69342147");
        assertThat(code(OathToken.Hash.SHA256, OathToken.Hash.SHA256.seedBytes(), 8, 1))
                .isEqualTo("46119246");
        assertThat(code(OathToken.Hash.SHA512, OathToken.Hash.SHA512.seedBytes(), 8, 1))
                .isEqualTo("90693936");
    }

    @ParameterizedTest
    @CsvSource({"755224,true", "755225,false", "055224,false", "75522,false", "7552240,false", "'',false"})
    void code_comparedWithAText_isThatTextOnly(String typed, boolean same) {
        assertThat(OathCode.of(OathToken.Hash.SHA1, seed(20), 6).is(0, typed.toCharArray()))
                .isEqualTo(same);
    }
}
