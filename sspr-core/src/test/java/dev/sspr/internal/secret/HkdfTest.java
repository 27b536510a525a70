package dev.sspr.internal.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.spi.Digest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Published vectors. */
@Tag("G8")
class HkdfTest {
    private static byte[] repeated(int value, int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    /** RFC 5869 appendix A.3: no salt, no info; 32 of its 42 bytes. */
    @Test
    void derive_withEmptyInfo_isTestCase3OfRfc5869() {
        assertThat(HexFormat.of().formatHex(Hkdf.derive(repeated(0x0b, 22), new byte[0])))
                .isEqualTo("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d");
    }

    @Test
    void derive_withAnotherInfo_isAnotherKey() {
        byte[] master = repeated(7, 32);

        assertThat(Hkdf.derive(master, new byte[] {1})).hasSize(32).isNotEqualTo(Hkdf.derive(master, new byte[] {2}));
    }

    /** RFC 4231 section 4.2: key 20 times 0x0b, data "Hi There"; the input of ours begins with its label. */
    @Test
    void digest_isHmacSha256OfLabelAndParts() throws Exception {
        byte[] key = repeated(0x0b, 20);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        assertThat(HexFormat.of().formatHex(mac.doFinal("Hi There".getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");

        byte[] expected =
                mac.doFinal(new byte[] {DigestLabel.COUNTER.code(), 0, 0, 0, 2, 'H', 'i', 0, 0, 0, 0, 0, 0, 0, 9});
        KeyedDigest digest = new KeyedDigest(key);

        assertThat(digest.full(new DigestInput(DigestLabel.COUNTER).with("Hi").with(9L)))
                .isEqualTo(expected);
        assertThat(digest.digest(new DigestInput(DigestLabel.COUNTER).with("Hi").with(9L)))
                .isEqualTo(Digest.of(expected));
    }

    @Test
    void input_ofPartsMovedAcrossTheirBorder_isAnother() {
        KeyedDigest digest = new KeyedDigest(repeated(1, 32));

        assertThat(digest.digest(new DigestInput(DigestLabel.COUNTER).with("ab").with("c")))
                .isNotEqualTo(digest.digest(
                        new DigestInput(DigestLabel.COUNTER).with("a").with("bc")));
        assertThat(digest.digest(new DigestInput(DigestLabel.COUNTER).with("ab")))
                .isNotEqualTo(digest.digest(new DigestInput(DigestLabel.OWNER).with("ab")));
    }

    @Test
    void input_longerThanItsFirstRoom_isWhole() {
        KeyedDigest digest = new KeyedDigest(repeated(1, 32));
        String longText = "x".repeat(5000);

        assertThat(digest.digest(new DigestInput(DigestLabel.CODE).with(longText)))
                .isNotEqualTo(digest.digest(new DigestInput(DigestLabel.CODE).with(longText + "y")));
        assertThat(digest.digest(new DigestInput(DigestLabel.CODE).with("abc".toCharArray())))
                .isEqualTo(digest.digest(new DigestInput(DigestLabel.CODE).with(new char[] {'a', 'b', 'c'})));
    }

    @Test
    void labels_haveNumbersOfTheirOwn() {
        assertThat(Arrays.stream(DigestLabel.values()).map(DigestLabel::code)).doesNotHaveDuplicates();
    }
}
