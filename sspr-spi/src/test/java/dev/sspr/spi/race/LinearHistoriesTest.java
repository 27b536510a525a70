package dev.sspr.spi.race;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.spi.CounterKey;
import dev.sspr.spi.Digest;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.FlowStore;
import dev.sspr.spi.OwnerTag;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.SealedBody;
import dev.sspr.spi.StoredFlow;
import dev.sspr.spi.kit.Race;
import dev.sspr.spi.kit.Samples;
import dev.sspr.spi.memory.InMemoryCounterStore;
import dev.sspr.spi.memory.InMemoryFlowStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Records histories of parallel calls, and looks for a sequence of single calls that gives the same answers. */
@Tag("R-RACE-5")
class LinearHistoriesTest {
    private static final long SEED = 20261201;
    private static final int HISTORIES = Integer.getInteger("sspr.linear.histories", 1000);
    private static final int THREADS = 3;
    private static final int CALLS = 3;

    /** Something that takes numbered calls and answers each with a text. */
    private interface Machine {
        int kinds();

        String call(int kind);
    }

    /** One call of a history: when it began and ended, in ticks, and the answer. */
    private record Call(int kind, int began, int ended, String answer) {}

    private static final class Flows implements Machine {
        private static final Digest ONE = new Digest(1, 1);

        private final FlowStore store = new InMemoryFlowStore();

        private static StoredFlow flow(int version, int content) {
            return new StoredFlow(
                    new FlowId(ONE),
                    new OwnerTag(ONE),
                    Purpose.RESET,
                    version,
                    Samples.NOW.plusSeconds(60),
                    Optional.empty(),
                    SealedBody.of(new byte[] {(byte) content}));
        }

        @Override
        public int kinds() {
            return 6;
        }

        @Override
        public String call(int kind) {
            return switch (kind) {
                case 0 -> "" + store.insert(flow(1, 0));
                case 1 -> "" + store.replace(flow(2, 1));
                case 2 -> "" + store.replace(flow(2, 2));
                case 3 -> "" + store.replace(flow(3, 3));
                case 4 ->
                    store.find(new FlowId(ONE))
                            .map(found -> found.version() + ":"
                                    + Arrays.toString(found.body().bytes()))
                            .orElse("none");
                default -> "" + store.endOwner(new OwnerTag(ONE), new FlowId(new Digest(2, 2)));
            };
        }
    }

    private static final class Counters implements Machine {
        private static final CounterKey KEY = new CounterKey(new Digest(1, 1));

        private final InMemoryCounterStore store = new InMemoryCounterStore();

        @Override
        public int kinds() {
            return 3;
        }

        @Override
        public String call(int kind) {
            if (kind == 2) {
                store.refund(KEY, 1, Samples.NOW);
                return "refunded";
            }
            return "" + store.add(KEY, 1 + kind, 3, Duration.ofHours(1), Samples.NOW);
        }
    }

    /** Reads and writes apart from each other, as a store does that ignores what an update changed. */
    private static final class Torn implements Machine {
        private final AtomicInteger value = new AtomicInteger();

        @Override
        public int kinds() {
            return 1;
        }

        @Override
        public String call(int kind) {
            int seen = value.get();
            value.set(seen + 1);
            return "" + (seen + 1);
        }
    }

    private static List<Call> history(Machine machine, Random random) {
        int[][] kinds = new int[THREADS][CALLS];
        for (int[] mine : kinds) {
            Arrays.setAll(mine, i -> random.nextInt(machine.kinds()));
        }
        AtomicInteger ticks = new AtomicInteger();
        List<Call> all = new ArrayList<>();
        Race.run(THREADS, thread -> {
                    List<Call> own = new ArrayList<>();
                    for (int kind : kinds[thread]) {
                        int began = ticks.getAndIncrement();
                        String answer = machine.call(kind);
                        own.add(new Call(kind, began, ticks.getAndIncrement(), answer));
                    }
                    return own;
                })
                .forEach(all::addAll);
        return all;
    }

    /** Whether some order of the calls that keeps every "ended before the other began" gives the same answers. */
    private static boolean linear(Supplier<Machine> fresh, List<Call> done, List<Call> left) {
        Machine machine = fresh.get();
        for (Call call : done) {
            if (!machine.call(call.kind()).equals(call.answer())) {
                return false;
            }
        }
        if (left.isEmpty()) {
            return true;
        }
        for (Call next : left) {
            if (left.stream().noneMatch(other -> other.ended() < next.began())) {
                List<Call> then = new ArrayList<>(done);
                then.add(next);
                List<Call> rest = new ArrayList<>(left);
                rest.remove(next);
                if (linear(fresh, then, rest)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<List<Call>> notLinear(Supplier<Machine> fresh) {
        Random random = new Random(SEED);
        List<List<Call>> found = new ArrayList<>();
        for (int i = 0; i < HISTORIES; i++) {
            List<Call> history = history(fresh.get(), random);
            if (!linear(fresh, List.of(), history)) {
                found.add(history);
            }
        }
        return found;
    }

    @Test
    @DisplayName("R-RACE-5: every history of parallel calls to a flow store equals a sequence of single calls")
    void flows_inParallel_equalASequence() {
        assertThat(notLinear(Flows::new)).as("seed %d", SEED).isEmpty();
    }

    @Test
    @DisplayName("R-RACE-5: every history of parallel calls to a counter store equals a sequence of single calls")
    void counters_inParallel_equalASequence() {
        assertThat(notLinear(Counters::new)).as("seed %d", SEED).isEmpty();
    }

    @Test
    @DisplayName("R-RACE-5: the search finds two calls that read the same value before either wrote")
    void tornWrites_areFound() {
        List<Call> torn = List.of(new Call(0, 0, 2, "1"), new Call(0, 1, 3, "1"));
        List<Call> sound = List.of(new Call(0, 0, 2, "2"), new Call(0, 1, 3, "1"));
        List<Call> tooLate = List.of(new Call(0, 0, 1, "2"), new Call(0, 2, 3, "1"));

        assertThat(linear(Torn::new, List.of(), torn)).isFalse();
        assertThat(linear(Torn::new, List.of(), sound)).isTrue();
        assertThat(linear(Torn::new, List.of(), tooLate)).isFalse();
    }
}
