package dev.sspr.internal.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.fixture.TestRandom;
import dev.sspr.spi.Digest;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.SealedBody;
import dev.sspr.spi.UserId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sealed bodies: what each is bound to, and which keys open it. */
@Tag("R-TOK-10")
class KeyRingTest {
    private static final FlowId FLOW = new FlowId(new Digest(1, 2));
    private static final UserId ANNA = new UserId("anna");
    private static final byte[] PLAIN = "some state of a flow".getBytes(StandardCharsets.US_ASCII);

    /** Sealed by the code of 4a6264c under the key 200 of {@link #ring}, for the tenant golden. */
    private static final String FLOW_BEFORE =
            "c8b47357e961fd6d6475bef9770e706c351ea363ff166a0eaea3cee42acf81c2f60591e0aa0527bbe5c22906";

    private static final String INFO_BEFORE =
            "c87c3a2c3144bb4d9ad1417091d8e35306475905264425e3308a82c607b197818e660adbb8d0c796cbdac08a";

    private final KeyRing ring = ring(200);

    private static KeyRing.Raw raw(int id) {
        byte[] master = new byte[32];
        for (int i = 0; i < master.length; i++) {
            master[i] = (byte) (3 * i + id - 199);
        }
        return new KeyRing.Raw((byte) id, master);
    }

    private static KeyRing ring(int current, Integer... older) {
        return KeyRing.derive(
                "golden",
                raw(current),
                Arrays.stream(older).map(KeyRingTest::raw).toList(),
                new RandomSource(new TestRandom(1)));
    }

    private static SealedBody hex(String hex) {
        return SealedBody.of(HexFormat.of().parseHex(hex));
    }

    @Test
    @Tag("F2-S10")
    @DisplayName("F2-S10: a flow's body opens for its id, purpose and version only")
    void flow_opensForItselfOnly() {
        SealedBody body = ring.seal(FLOW, Purpose.RESET, 7, ring.seal(FLOW, Purpose.RESET, PLAIN), PLAIN);

        assertThat(ring.open(FLOW, Purpose.RESET, 7, body)).hasValue(PLAIN);
        assertThat(ring.open(FLOW, Purpose.RESET, 8, body)).isEmpty();
        assertThat(ring.open(FLOW, Purpose.RESET, 6, body)).isEmpty();
        assertThat(ring.open(FLOW, Purpose.UNLOCK, 7, body)).isEmpty();
        assertThat(ring.open(new FlowId(new Digest(1, 3)), Purpose.RESET, 7, body))
                .isEmpty();
        assertThat(ring.open(new FlowId(new Digest(3, 2)), Purpose.RESET, 7, body))
                .isEmpty();
    }

    @Test
    @Tag("F2-S10")
    @DisplayName("F2-S10: security info opens for its account and version only")
    void info_opensForItselfOnly() {
        SealedBody body = ring.seal(ANNA, 3, PLAIN);

        assertThat(ring.open(ANNA, 3, body)).hasValue(PLAIN);
        assertThat(ring.open(ANNA, 2, body)).isEmpty();
        assertThat(ring.open(ANNA, 4, body)).isEmpty();
        assertThat(ring.open(new UserId("bob"), 3, body)).isEmpty();
        assertThat(ring.open(FLOW, Purpose.RESET, 3, body)).isEmpty();
    }

    @Test
    @Tag("F2-S10")
    @DisplayName("F2-S10: bodies of the form before still open, for their flow or account only")
    void formBefore_opens() {
        byte[] plain = "the form before".getBytes(StandardCharsets.US_ASCII);

        assertThat(ring.open(FLOW, Purpose.RESET, 5, hex(FLOW_BEFORE))).hasValue(plain);
        assertThat(ring.open(FLOW, Purpose.UNLOCK, 5, hex(FLOW_BEFORE))).isEmpty();
        assertThat(ring.open(ANNA, 5, hex(INFO_BEFORE))).hasValue(plain);
        assertThat(ring.open(new UserId("bob"), 5, hex(INFO_BEFORE))).isEmpty();
        assertThat(ring(1, 200).open(ANNA, 5, hex(INFO_BEFORE))).hasValue(plain);
        assertThat(ring(1).open(ANNA, 5, hex(INFO_BEFORE))).isEmpty();
    }

    @Test
    @Tag("F2-S10")
    @DisplayName("F2-S10: sealing anew moves a body of the form before on, and binds it to its version")
    void formBefore_sealedAnew_isBound() {
        SealedBody flow = ring.seal(FLOW, Purpose.RESET, 6, hex(FLOW_BEFORE), PLAIN);

        assertThat(flow.key()).hasValue(200);
        assertThat(ring.open(FLOW, Purpose.RESET, 6, flow)).hasValue(PLAIN);
        assertThat(ring.open(FLOW, Purpose.RESET, 7, flow)).isEmpty();
    }

    @Test
    @Tag("R-CFG-4")
    @Tag("F2-S3")
    @DisplayName("F2-S3: every accepted key opens, the current one seals, and a flow names the oldest key it needs")
    void keys_several_open() {
        SealedBody first = ring(1).seal(FLOW, Purpose.RESET, PLAIN);
        SealedBody second = ring(2, 1).seal(FLOW, Purpose.RESET, 2, first, PLAIN);
        SealedBody info = ring(1).seal(ANNA, 1, PLAIN);

        assertThat(ring(4, 3, 2, 1).open(FLOW, Purpose.RESET, 1, first)).hasValue(PLAIN);
        assertThat(ring(4, 3, 2).open(FLOW, Purpose.RESET, 1, first)).isEmpty();
        assertThat(second.key()).hasValue(1);
        assertThat(ring(2).open(FLOW, Purpose.RESET, 2, second))
                .as("sealed by the current key")
                .hasValue(PLAIN);
        assertThat(ring(1).open(FLOW, Purpose.RESET, 2, second)).isEmpty();
        assertThat(info.key()).hasValue(1);
        assertThat(ring(2, 1).seal(ANNA, 2, PLAIN).key()).hasValue(2);
        assertThat(ring(4, 3, 2, 1).ids()).containsExactly(4, 3, 2, 1);
    }

    @Test
    @Tag("F2-S10")
    @Tag("V-ORACLE-4")
    @Tag("V-ORACLE-7")
    @DisplayName("F2-S10: no bit of a body can be altered, the key ids included, and no byte is missing or too much")
    void body_altered_doesNotOpen() {
        KeyRing several = ring(4, 3, 2, 1);
        byte[] body = several.seal(ANNA, 1, PLAIN).bytes();
        for (int bit = 0; bit < 8 * body.length; bit++) {
            byte[] flipped = body.clone();
            flipped[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThat(several.open(ANNA, 1, SealedBody.of(flipped)))
                    .as("bit %s", bit)
                    .isEmpty();
        }
        for (int length = 0; length < body.length + 2; length++) {
            if (length != body.length) {
                assertThat(several.open(ANNA, 1, SealedBody.of(Arrays.copyOf(body, length))))
                        .as("length %s", length)
                        .isEmpty();
            }
        }
    }

    @Test
    @Tag("F2-S10")
    @DisplayName("F2-S10: a body of the form now does not open as one of the form before")
    void formNow_cutToTheFormBefore_doesNotOpen() {
        byte[] body = ring.seal(ANNA, 1, PLAIN).bytes();

        assertThat(ring.open(ANNA, 2, SealedBody.of(Arrays.copyOfRange(body, 1, body.length))))
                .isEmpty();
        assertThat(List.of(body[0], body[1])).containsOnly((byte) 200);
    }
}
