package dev.sspr.internal.verification.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sspr.internal.engine.PendingNotice;
import dev.sspr.internal.securityinfo.DemandedKinds;
import dev.sspr.spi.Digest;
import dev.sspr.spi.Generation;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.SealedBody;
import dev.sspr.spi.UserId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** States as bytes: what was written is read, by this release and by all that follow. */
class StateCodecTest {
    /** Seeds of the states whose bytes are kept for ever. */
    private static final int GOLDEN = 8;

    private final StateCodec codec = new StateCodec();

    @Test
    void states_ofEveryKind_comeBackEqual() {
        for (int seed = 0; seed < 2000; seed++) {
            for (FlowState state : new RandomStates(seed).oneOfEach()) {
                byte[] body = codec.write(state);
                assertThat(codec.read(body)).as("seed %s", seed).isEqualTo(state);
                if (state instanceof FinishingCommit it) {
                    FlowState locked = withLocks(it);
                    assertThat(codec.read(codec.write(locked))).isEqualTo(locked);
                }
                assertThat(body.length).as("seed %s", seed).isLessThan(SealedBody.MAX_BYTES - 29);
            }
        }
    }

    /** The released bodies are older than locks to clear, so the states are made without. */
    private static FinishingCommit withLocks(FinishingCommit it) {
        FinishingCommit.Tasks old = it.tasks();
        FinishingCommit.Tasks tasks = new FinishingCommit.Tasks(
                old.sessions(), old.notices(), true, old.failures(), old.nextAt(), old.reach());
        return new FinishingCommit(it.header(), it.subject(), it.proofs(), it.writtenBy(), tasks);
    }

    @Test
    @Tag("F2-R2")
    void messages_thatReachedSome_comeBackEqual() {
        for (int seed = 0; seed < 200; seed++) {
            Instant at = Instant.ofEpochMilli(seed * 1_000_003L);
            PendingNotice notice =
                    new PendingNotice(seed, at, at.plusSeconds(seed), Set.of(new Digest(seed, 1), new Digest(seed, 2)));
            for (FlowState state : new RandomStates(seed).oneOfEach()) {
                if (state instanceof FinishingCommit it) {
                    FlowState told = new FinishingCommit(
                            it.header(),
                            it.subject(),
                            it.proofs(),
                            it.writtenBy(),
                            it.tasks().noticed(Optional.of(notice)));
                    assertThat(codec.read(codec.write(told))).isEqualTo(told);
                }
            }
        }
    }

    @Test
    @Tag("F2-S5")
    void challenges_thatAreNotPublished_comeBackEqual() {
        for (int seed = 0; seed < 200; seed++) {
            for (FlowState state : new RandomStates(seed).oneOfEach()) {
                if (state instanceof AwaitingResponse it
                        && it.pendingChallenge().isPresent()) {
                    PendingChallenge put = it.pendingChallenge().get();
                    FlowState plain = it.preparing(new Publication(put, it.askedAt()));
                    FlowState owing = it.preparing(
                            new Publication(put.delivering(Optional.of(put.message(it.askedAt()))), it.askedAt()));
                    assertThat(codec.read(codec.write(plain)))
                            .as("seed %s", seed)
                            .isEqualTo(plain);
                    assertThat(codec.read(codec.write(owing)))
                            .as("seed %s", seed)
                            .isEqualTo(owing);
                }
            }
        }
    }

    @Test
    @Tag("F2-R1")
    void challenges_whoseMessageIsOwed_comeBackEqual() {
        for (int seed = 0; seed < 200; seed++) {
            for (FlowState state : new RandomStates(seed).oneOfEach()) {
                if (state instanceof AwaitingResponse it) {
                    FlowState owing = it.pending(
                            it.pendingChallenge().map(one -> one.delivering(Optional.of(one.message(it.askedAt())))));
                    assertThat(codec.read(codec.write(owing))).isEqualTo(owing);
                }
            }
        }
    }

    @Test
    void states_areOfEveryKind() {
        Set<Class<?>> made =
                new RandomStates(1).oneOfEach().stream().map(Object::getClass).collect(Collectors.toSet());

        assertThat(made).isEqualTo(Set.of(FlowState.class.getPermittedSubclasses()));
    }

    private static List<String> golden() throws IOException {
        try (InputStream found = StateCodecTest.class.getResourceAsStream("proof-form-1.txt")) {
            return new String(found.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }

    /** The trailing zeros are padding: their number may change, and is not part of the form. */
    private static String hex(byte[] body) {
        int end = body.length;
        while (end > 0 && body[end - 1] == 0) {
            end--;
        }
        return HexFormat.of().formatHex(body, 0, end);
    }

    private static byte[] padded(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        return Arrays.copyOf(bytes, bytes.length + 100);
    }

    private static String line(byte[] body, FlowState state) {
        String login =
                state instanceof Identifying identifying ? identifying.login().value() : "";
        return hex(body) + " " + inWordsOfFormOne(state) + login;
    }

    /** The first form said of messages only whether they were owed. */
    private static String inWordsOfFormOne(FlowState state) {
        return state.toString()
                .replace(", delivery=Optional.empty]", "]")
                .replace(", next=Optional.empty]", "]")
                .replace("notices=Optional.empty", "notices=false")
                .replaceAll("notices=Optional\\[PendingNotice\\[[^\\]]*\\[\\]\\]\\]", "notices=true");
    }

    /** Lines are added for a new form, and none is ever changed. */
    @Test
    void bodies_thatWereEverReleased_areReadAsTheyWereMeant() throws IOException {
        List<String> kept = golden();
        assertThat(kept).as(this::fresh).hasSize(FlowState.class.getPermittedSubclasses().length * GOLDEN);
        for (String line : kept) {
            String hex = line.substring(0, line.indexOf(' '));
            FlowState state = codec.read(padded(hex));
            assertThat(line(padded(hex), state)).isEqualTo(line);
            assertThat(hex(codec.write(state))).isEqualTo(hex);
        }
    }

    /** What to keep when there is a new form. */
    private String fresh() {
        StringBuilder lines = new StringBuilder("states of this release:\n");
        for (int seed = 0; seed < GOLDEN; seed++) {
            new RandomStates(seed, 1)
                    .oneOfEach()
                    .forEach(state ->
                            lines.append(line(codec.write(state), state)).append('\n'));
        }
        return lines.toString();
    }

    @Test
    void body_ofAnotherForm_isNotRead() {
        byte[] body = codec.write(new RandomStates(1).oneOfEach().get(0));
        body[0] = 5;

        assertThatIllegalStateException().isThrownBy(() -> codec.read(body)).withMessageContaining("form 5");
    }

    @Test
    @Tag("F2-S13")
    @DisplayName("F2-S13: the agent who began a flow comes back equal, in a form of its own")
    void agent_comesBackEqual() {
        Instant at = Instant.parse("2026-01-05T09:00:00Z");
        FlowHeader header = new FlowHeader(new Digest(1, 2), at, Locale.ENGLISH, 0, at);
        Optional<UserId> agent = Optional.of(new UserId("u-dora"));
        Subject subject =
                new Subject(new UserId("u"), Generation.of(1), 0, DemandedKinds.NONE, Subject.Reality.EXISTING);
        for (FlowState state : List.of(
                new Identifying(header, new LoginName("anna"), Optional.empty(), at, agent),
                new Waiting(header, subject, at, Waiting.Told.NOTHING, 0, at, WaitingPeriod.Approval.NEEDED, agent))) {
            byte[] written = new StateCodec().write(state);
            assertThat(written[0]).isEqualTo((byte) 3);
            assertThat(new StateCodec().read(written)).isEqualTo(state);
        }
    }
}
