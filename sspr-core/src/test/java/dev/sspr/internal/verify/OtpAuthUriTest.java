package dev.sspr.internal.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sspr.oath.OathToken;
import dev.sspr.spi.Secret;
import java.net.URI;
import java.util.HexFormat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Golden URIs of the Key Uri Format. */
@Tag("R-TOTP-9")
class OtpAuthUriTest {
    private static final byte[] HELLO = HexFormat.of().parseHex("48656c6c6f21deadbeef");

    private static String text(Secret uri) {
        return uri.exposeTo(String::new);
    }

    private static String totp(String issuer, String account) {
        return text(OtpAuthUri.totp(issuer, account, HELLO, OathToken.Hash.SHA1, 6, 30));
    }

    @Test
    void totp_plain_isTheGolden() {
        assertThat(totp("Example", "alice@google.com"))
                .isEqualTo("otpauth://totp/Example:alice%40google.com"
                        + "?secret=JBSWY3DPEHPK3PXP&issuer=Example&algorithm=SHA1&digits=6&period=30");
    }

    @Test
    void totp_otherParameters_areStated() {
        assertThat(text(OtpAuthUri.totp("ACME Co", "anna", HELLO, OathToken.Hash.SHA512, 8, 60)))
                .isEqualTo("otpauth://totp/ACME%20Co:anna"
                        + "?secret=JBSWY3DPEHPK3PXP&issuer=ACME%20Co&algorithm=SHA512&digits=8&period=60");
    }

    @Test
    void hotp_hasItsCounter() {
        assertThat(text(OtpAuthUri.hotp("Example", "anna", HELLO, OathToken.Hash.SHA1, 6, 7)))
                .isEqualTo("otpauth://hotp/Example:anna"
                        + "?secret=JBSWY3DPEHPK3PXP&issuer=Example&algorithm=SHA1&digits=6&counter=7");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OtpAuthUri.hotp("Example", "anna", HELLO, OathToken.Hash.SHA1, 6, -1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A & B|A%20%26%20B",
                "C#|C%23",
                "1+1=2?|1%2B1%3D2%3F",
                "50%|50%25",
                "a/b|a%2Fb",
                "Zoë|Zo%C3%AB",
                "你好|%E4%BD%A0%E5%A5%BD",
                "😀|%F0%9F%98%80",
                "-._~|-._~",
                "<\"'>|%3C%22%27%3E"
            })
    void text_withOtherCharacters_isPercentEncodedInBothPlaces(String text, String encoded) {
        String uri = totp(text, text);

        assertThat(uri)
                .startsWith("otpauth://totp/" + encoded + ":" + encoded + "?secret=")
                .contains("&issuer=" + encoded + "&");
        assertThat(URI.create(uri).getPath()).isEqualTo("/" + text + ":" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {":", "a:b", "", " "})
    void part_blankOrWithAColon_isRefusedByName(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> totp(text, "anna"))
                .withMessageContaining("issuer");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> totp("Example", text))
                .withMessageContaining("account");
        assertThatIllegalArgumentException().isThrownBy(() -> OtpAuthUri.checkIssuer("serviceName", text));
    }

    @Test
    void longestParts_fit() {
        String uri = text(OtpAuthUri.hotp(
                "界".repeat(64), "界".repeat(64), new byte[80], OathToken.Hash.SHA512, 8, Long.MAX_VALUE));

        assertThat(uri).hasSizeLessThan(2048).contains("secret=" + "A".repeat(128));
    }
}
