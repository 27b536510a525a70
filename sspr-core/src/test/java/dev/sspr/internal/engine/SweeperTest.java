package dev.sspr.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.spi.Digest;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.OwnerTag;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.SealedBody;
import dev.sspr.spi.StoredFlow;
import dev.sspr.spi.memory.InMemoryFlowStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One pass over everything that is due. */
class SweeperTest {
    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");

    private final InMemoryFlowStore flows = new InMemoryFlowStore();
    private final List<FlowId> reset = new ArrayList<>();
    private final List<FlowId> registered = new ArrayList<>();
    private Instant now = START;

    private FlowId due(Purpose purpose, int number) {
        FlowId id = new FlowId(new Digest(purpose.name().hashCode(), number));
        flows.insert(flow(id, purpose, 1, Optional.of(START.minusSeconds(60).plusMillis(number))));
        return id;
    }

    private static StoredFlow flow(FlowId id, Purpose purpose, long version, Optional<Instant> wakeAt) {
        return new StoredFlow(
                id,
                new OwnerTag(id.digest()),
                purpose,
                version,
                START.plus(Duration.ofDays(1)),
                wakeAt,
                SealedBody.of(new byte[224]));
    }

    private Consumer<FlowId> done(Purpose purpose, List<FlowId> seen) {
        return id -> {
            seen.add(id);
            flows.replace(flow(id, purpose, 2, Optional.empty()));
        };
    }

    private Sweeper sweeper(Consumer<FlowId> resets) {
        return new Sweeper(
                flows, () -> now, Map.of(Purpose.RESET, resets, Purpose.REGISTER, done(Purpose.REGISTER, registered)));
    }

    @Test
    @Tag("F2-R3")
    void backlog_ofThousands_isDoneInOnePass() {
        for (int i = 0; i < 6000; i++) {
            due(Purpose.RESET, i);
        }

        assertThat(sweeper(done(Purpose.RESET, reset)).sweep()).isEqualTo(6000);
        assertThat(reset).hasSize(6000).doesNotHaveDuplicates();
    }

    @Test
    @Tag("F2-R3")
    void pass_thatTakesTooLong_isEnded_andTheNextGoesOn() {
        for (int i = 0; i < 1000; i++) {
            due(Purpose.RESET, i);
        }
        Sweeper sweeper = sweeper(id -> {
            now = now.plusMillis(100);
            done(Purpose.RESET, reset).accept(id);
        });

        assertThat(sweeper.sweep()).isEqualTo(200);
        assertThat(sweeper.sweep()).isEqualTo(200);
        assertThat(reset).doesNotHaveDuplicates();
    }

    /** Flows that stay due take all the time of the first pass, and none of the next one's before the others. */
    @Test
    @Tag("F2-R3")
    void flows_thatCannotGoOn_comeLastInTheNextPass() {
        for (int i = 0; i < 150; i++) {
            due(Purpose.RESET, i);
        }
        FlowId other = due(Purpose.REGISTER, 1000);
        Sweeper sweeper = sweeper(id -> now = now.plusMillis(200));

        sweeper.sweep();
        assertThat(registered).isEmpty();
        sweeper.sweep();

        assertThat(registered).containsExactly(other);
    }

    @Test
    @Tag("F2-R4")
    void flows_goToTheTaskOfTheirPurpose_andThoseWithoutOneStay() {
        FlowId first = due(Purpose.RESET, 1);
        FlowId second = due(Purpose.REGISTER, 2);
        due(Purpose.UNLOCK, 3);

        assertThat(sweeper(done(Purpose.RESET, reset)).sweep()).isEqualTo(3);
        assertThat(reset).containsExactly(first);
        assertThat(registered).containsExactly(second);
    }

    @Test
    @Tag("F2-R4")
    void store_isAskedOnceForWhatIsDueAndOnceToForget() {
        AtomicInteger dues = new AtomicInteger();
        AtomicInteger purges = new AtomicInteger();
        flows.faults().beforeEachCall(operation -> {
            dues.addAndGet(operation.equals("due") ? 1 : 0);
            purges.addAndGet(operation.equals("purge") ? 1 : 0);
        });
        due(Purpose.RESET, 1);
        due(Purpose.REGISTER, 2);
        sweeper(done(Purpose.RESET, reset)).sweep();

        assertThat(dues).hasValue(1);
        assertThat(purges).hasValue(1);
    }

    @Test
    void task_thatFails_keepsNoOtherFromGoingOn() {
        due(Purpose.RESET, 1);
        FlowId second = due(Purpose.REGISTER, 2);
        Sweeper sweeper = sweeper(id -> {
            throw new IllegalStateException("planned");
        });

        assertThat(sweeper.sweep()).isEqualTo(2);
        assertThat(registered).containsExactly(second);
    }
}
