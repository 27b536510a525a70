package dev.sspr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("R-CFG-1")
@Tag("R-CFG-4")
class SsprKeyTest {
    private static final String HEX = "00112233445566778899aabbccddeeff".repeat(2);

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 16, 31, 33, 64})
    void key_ofAnotherLength_isRefused(int length) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SsprKey.of(1, bytes(length)))
                .withMessageContaining("32 bytes");
    }

    @ParameterizedTest
    @ValueSource(bytes = {0, 1, 'x', -1})
    void key_ofOneByteRepeated_isRefused(byte value) {
        byte[] same = new byte[SsprKey.BYTES];
        Arrays.fill(same, value);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> SsprKey.of(1, same))
                .withMessageContaining("random");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 256, Integer.MIN_VALUE})
    void key_withAnIdBeyondAByte_isRefused(int id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SsprKey.of(id, bytes(32)))
                .withMessageContaining("key id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "secretsecretsecret",
                "zz112233445566778899aabbccddeeff00112233445566778899aabbccddeeff"
            })
    void key_notInHexadecimal_isRefusedWithoutRepeatingIt(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SsprKey.ofHex(1, text))
                .satisfies(e -> {
                    assertThat(e.getMessage()).containsAnyOf("hexadecimal", "32 bytes");
                    if (text.length() > 2) {
                        assertThat(e.getMessage()).doesNotContain(text);
                    }
                    assertThat(e).hasNoCause();
                });
    }

    @Test
    void key_withAnOlderOneOfTheSameId_isRefused() {
        SsprKey key = SsprKey.of(200, bytes(32));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> key.accepting(SsprKey.ofHex(200, HEX)))
                .withMessageContaining("200");
    }

    @Test
    @Tag("F2-S3")
    @DisplayName("F2-S3: a key accepts several others, also those that another one accepts")
    void key_acceptsSeveralOthers() {
        SsprKey second = SsprKey.ofHex(2, HEX).accepting(SsprKey.ofHex(1, HEX));
        SsprKey inOnes = SsprKey.ofHex(3, HEX).accepting(SsprKey.ofHex(2, HEX)).accepting(SsprKey.ofHex(1, HEX));

        assertThat(SsprKey.ofHex(3, HEX).accepting(second).accepted())
                .hasToString(inOnes.accepted().toString())
                .hasToString("[SsprKey[2], SsprKey[1]]");
    }

    @Test
    @Tag("F2-S3")
    @DisplayName("F2-S3: one id never names two keys, however deep the second one stands")
    void key_acceptingTheSameIdTwice_isRefused() {
        SsprKey third = SsprKey.ofHex(3, HEX).accepting(SsprKey.ofHex(2, HEX));
        SsprKey first = SsprKey.ofHex(1, HEX).accepting(SsprKey.ofHex(3, HEX));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> third.accepting(SsprKey.ofHex(2, HEX)))
                .withMessageContaining("both have 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> third.accepting(first))
                .withMessageContaining("both have 3");
    }

    @Test
    @Tag("F2-S3")
    @DisplayName("F2-S3: a key accepts eight others and not nine")
    void key_acceptingTooMany_isRefused() {
        SsprKey key = SsprKey.ofHex(200, HEX);
        for (int id = 0; id < SsprKey.MOST_ACCEPTED; id++) {
            key = key.accepting(SsprKey.ofHex(id, HEX));
        }
        SsprKey full = key;

        assertThat(full.accepted()).hasSize(8);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> full.accepting(SsprKey.ofHex(99, HEX)))
                .withMessageContaining("at most 8")
                .withMessageContaining("Sspr.keys()");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 256, 3, 2})
    @Tag("F2-S3")
    @DisplayName("F2-S3: a key that is here, or none, is not called lost")
    void key_withoutLost_refusesItsOwn(int id) {
        SsprKey key = SsprKey.ofHex(3, HEX).accepting(SsprKey.ofHex(2, HEX));

        assertThatIllegalArgumentException().isThrownBy(() -> key.withoutLost(id));
    }

    @Test
    @Tag("R-LOG-1")
    void key_printsItsIdOnly() {
        assertThat(SsprKey.ofHex(255, HEX)).hasToString("SsprKey[255]");
    }

    @Test
    void key_copiesItsBytes() {
        byte[] given = bytes(32);
        SsprKey key = SsprKey.of(1, given);
        given[0] = 99;

        assertThat(key.bytes()[0]).isZero();
    }
}
