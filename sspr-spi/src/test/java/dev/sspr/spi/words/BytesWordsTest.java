package dev.sspr.spi.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.sspr.spi.CounterStore;
import dev.sspr.spi.Digest;
import dev.sspr.spi.Finding;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.Notifier;
import dev.sspr.spi.OwnerTag;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.SealedBody;
import dev.sspr.spi.StoredFlow;
import dev.sspr.spi.UserStore;
import dev.sspr.spi.VerifierState;
import dev.sspr.spi.kit.Samples;
import java.nio.BufferUnderflowException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words that are made of bytes and numbers. */
class BytesWordsTest {
    @Test
    void digest_bytesAndHex_areBigEndian() {
        Digest digest = new Digest(0x0001020304050607L, 0x08090a0b0c0d0e0fL);
        assertThat(digest.hex()).isEqualTo("000102030405060708090a0b0c0d0e0f");
        assertThat(digest.bytes()).hasSize(16).startsWith(0, 1, 2).endsWith(13, 14, 15);
        assertThat(digest.toString()).isEqualTo(digest.hex());
    }

    @Test
    void digest_ofBytes_readsTheFirst16() {
        Samples samples = new Samples();
        byte[] bytes = new byte[32];
        samples.random().nextBytes(bytes);
        assertThat(Digest.of(bytes).bytes()).isEqualTo(Arrays.copyOf(bytes, 16));
        assertThatThrownBy(() -> Digest.of(new byte[15])).isInstanceOf(BufferUnderflowException.class);
    }

    @ParameterizedTest
    @CsvSource({"0, true", "256, true", "257, false"})
    void memo_hasAtMost256Bytes(int size, boolean valid) {
        assertThat(catchThrowable(() -> VerifierState.of(new byte[size])) == null)
                .isEqualTo(valid);
    }

    @ParameterizedTest
    @CsvSource({"0, true", "16384, true", "16385, false"})
    void body_hasAtMost16384Bytes(int size, boolean valid) {
        assertThat(catchThrowable(() -> SealedBody.of(new byte[size])) == null).isEqualTo(valid);
    }

    @Test
    void memoAndBody_areCopiesThatTellTheirSizeOnly() {
        byte[] bytes = {41, 42, 43};
        VerifierState verifierState = VerifierState.of(bytes);
        SealedBody body = SealedBody.of(bytes);
        bytes[0] = 0;
        verifierState.bytes()[1] = 0;
        body.bytes()[1] = 0;
        assertThat(verifierState)
                .isEqualTo(VerifierState.of(new byte[] {41, 42, 43}))
                .isNotEqualTo(VerifierState.EMPTY);
        assertThat(body).isEqualTo(SealedBody.of(new byte[] {41, 42, 43}));
        assertThat(verifierState + " " + body).isEqualTo("VerifierState[3 bytes] SealedBody[3 bytes]");
    }

    @Test
    void storedFlow_instants_areCutToMilliseconds() {
        Instant exact = Instant.parse("2031-05-06T07:08:09.123456789Z");
        Digest digest = new Digest(1, 2);
        StoredFlow flow = new StoredFlow(
                new FlowId(digest),
                new OwnerTag(digest),
                Purpose.RESET,
                1,
                exact,
                Optional.of(exact),
                SealedBody.of(new byte[0]));
        assertThat(flow.expiresAt()).isEqualTo(Instant.parse("2031-05-06T07:08:09.123Z"));
        assertThat(flow.wakeAt()).contains(flow.expiresAt());
    }

    @ParameterizedTest
    @CsvSource({"1, true", "0, false", "-1, false"})
    void storedFlow_version_is1OrMore(long version, boolean valid) {
        StoredFlow flow = new Samples().flow();
        assertThat(catchThrowable(() -> new StoredFlow(
                                flow.id(),
                                flow.owner(),
                                flow.purpose(),
                                version,
                                flow.expiresAt(),
                                flow.wakeAt(),
                                flow.body()))
                        == null)
                .isEqualTo(valid);
    }

    @Test
    void finding_parameters_areACopy() {
        Map<String, String> parameters = new HashMap<>(Map.of("min", "15"));
        Finding finding = new Finding("password.too-short", parameters);
        parameters.clear();
        assertThat(finding.parameters()).isEqualTo(Map.of("min", "15"));
        assertThat(Finding.of("a").parameters()).isEmpty();
    }

    @Test
    void answers_withoutWhatTheyNeed_areRefused() {
        assertThatThrownBy(() -> new UserStore.PasswordWrite.Rejected(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new UserStore.PasswordWrite.Written(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> new CounterStore.Charge.Added(1, null)).isInstanceOf(NullPointerException.class);
        for (Duration after : List.of(Duration.ZERO, Duration.ofNanos(-1))) {
            assertThatThrownBy(() -> new Notifier.Delivery.TryLater(after))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
