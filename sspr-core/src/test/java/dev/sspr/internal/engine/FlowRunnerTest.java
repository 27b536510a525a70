package dev.sspr.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.fixture.TestRandom;
import dev.sspr.internal.secret.KeyRing;
import dev.sspr.internal.secret.RandomSource;
import dev.sspr.spi.AuditEvent;
import dev.sspr.spi.Digest;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.FlowStore;
import dev.sspr.spi.OwnerTag;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.StoredFlow;
import dev.sspr.spi.memory.InMemoryFlowStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The loop over the flow store, with races that are lost on purpose. */
class FlowRunnerTest {
    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");
    private static final FlowId ID = new FlowId(new Digest(1, 1));
    private static final OwnerTag NAME = new OwnerTag(new Digest(2, 2));
    private static final OwnerTag ANNA = new OwnerTag(new Digest(3, 3));

    private final InMemoryFlowStore flows = new InMemoryFlowStore();
    private final KeyRing keys = KeyRing.derive(
            "default", new KeyRing.Raw((byte) 1, new byte[32]), List.of(), new RandomSource(new TestRandom(1)));
    private final FlowRunner<String> runner = runner(Purpose.RESET);

    /** States are texts. */
    private static final class Texts implements Codec<String> {
        @Override
        public byte[] write(String state) {
            return state.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String read(byte[] bytes) {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        @Override
        public Optional<Instant> wakeAt(String state) {
            return Optional.empty();
        }

        @Override
        public Instant keepUntil(String state) {
            return NOW.plus(Duration.ofHours(1));
        }
    }

    private FlowRunner<String> runner(Purpose purpose) {
        Auditor nothing = new Auditor((AuditEvent event) -> {}, () -> NOW, purpose);
        return new FlowRunner<>(flows, keys, new Texts(), purpose, new EffectContext(nothing, Runnable::run));
    }

    private static Step<String, Boolean> step(String next) {
        return Step.to(next, true);
    }

    private StoredFlow stored() {
        return flows.find(ID).orElseThrow();
    }

    private void put(StoredFlow flow) {
        assertThat(flows.replace(flow)).isEqualTo(FlowStore.Replaced.REPLACED);
    }

    private static StoredFlow next(StoredFlow kept, StoredFlow body) {
        return new StoredFlow(
                kept.id(),
                kept.owner(),
                kept.purpose(),
                kept.version() + 1,
                kept.expiresAt(),
                kept.wakeAt(),
                body.body());
    }

    @Test
    @Tag("F2-S11")
    @DisplayName("F2-S11: after a lost race the flow keeps the owner that the winner has stored")
    void apply_afterALostRace_keepsTheOwnerOfTheWinner() {
        StoredState<String> seen = runner.begin(ID, NAME, step("begun"));
        runner.apply(seen, ANNA, state -> step("identified"));

        Applied<String, Boolean> late =
                runner.apply(seen, state -> step(state + ", chosen")).orElseThrow();

        assertThat(late.now().state()).isEqualTo("identified, chosen");
        assertThat(stored().owner()).isEqualTo(ANNA);
        assertThat(flows.endOwner(ANNA, new FlowId(new Digest(9, 9))))
                .as("flows of anna that end")
                .isEqualTo(1);
    }

    @Test
    @Tag("F2-S10")
    @DisplayName("F2-S10: an old body under the next version is gone, like any other that does not open")
    void body_putBack_isGone() {
        StoredState<String> seen = runner.begin(ID, NAME, step("5 tries left"));
        StoredFlow old = stored();
        runner.apply(seen, state -> step("no tries left"));

        put(next(stored(), old));

        assertThat(runner.load(ID)).isEmpty();
        assertThat(runner.ofOwner(NAME, 10)).isEmpty();
        assertThat(runner.apply(seen, state -> step("completed"))).isEmpty();
    }

    @Test
    @Tag("F2-S10")
    @Tag("R-TOK-4")
    @DisplayName("F2-S10: the body of another flow or purpose does not open under the same version")
    void body_swapped_isGone() {
        runner.begin(ID, NAME, step("begun"));
        FlowId other = new FlowId(new Digest(7, 7));
        runner.begin(other, NAME, step("proven"));
        StoredFlow mine = stored();
        StoredFlow proven = flows.find(other).orElseThrow();
        flows.endOwner(NAME, other);
        flows.insert(new StoredFlow(ID, NAME, Purpose.RESET, 1, mine.expiresAt(), mine.wakeAt(), proven.body()));

        assertThat(runner.load(ID)).isEmpty();
        assertThat(runner(Purpose.UNLOCK).load(other)).isEmpty();
    }
}
