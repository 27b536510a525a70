package dev.sspr.bench;

import dev.sspr.spi.Digest;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.FlowStore;
import dev.sspr.spi.OwnerTag;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.SealedBody;
import dev.sspr.spi.StoredFlow;
import dev.sspr.spi.memory.InMemoryFlowStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What flows cost that wait for their people. */
final class OpenFlows {
    private static final int FLOWS = 1_000_000;
    /** Id and owner of 16 bytes each; version, expiry and wake of 8. */
    private static final int COLUMNS = 16 + 16 + 8 + 8 + 8;

    private OpenFlows() {}

    /** Remembers the flow that was written last. */
    private static final class Watched implements FlowStore {
        private final InMemoryFlowStore store = new InMemoryFlowStore();
        private Optional<StoredFlow> last = Optional.empty();

        @Override
        public Inserted insert(StoredFlow flow) {
            last = Optional.of(flow);
            return store.insert(flow);
        }

        @Override
        public Optional<StoredFlow> find(FlowId id) {
            return store.find(id);
        }

        @Override
        public Replaced replace(StoredFlow next) {
            last = Optional.of(next);
            return store.replace(next);
        }

        @Override
        public int endOwner(OwnerTag owner, FlowId except) {
            return store.endOwner(owner, except);
        }

        @Override
        public List<StoredFlow> ofOwner(OwnerTag owner, int limit) {
            return store.ofOwner(owner, limit);
        }

        @Override
        public List<FlowId> due(Instant now, int limit) {
            return store.due(now, limit);
        }

        @Override
        public int purge(Instant before, int limit) {
            return store.purge(before, limit);
        }
    }

    /** A flow whose message is out, as a store keeps it. */
    static StoredFlow typical() {
        Watched watched = new Watched();
        new Host(1_000, 0, watched).start();
        return watched.last.orElseThrow();
    }

    /** Bytes of one open flow in any store. */
    static double stored() {
        return COLUMNS + typical().body().size();
    }

    /** Bytes of heap for one open flow in the store that keeps them there. */
    static double heap() {
        StoredFlow typical = typical();
        InMemoryFlowStore store = new InMemoryFlowStore();
        long before = used();
        fill(store, typical, FLOWS);
        long after = used();
        if (store.size() != FLOWS) {
            throw new IllegalStateException("the store holds " + store.size() + " flows");
        }
        return (double) (after - before) / FLOWS;
    }

    /** Puts so many flows of other people into a store, which stay open for as long as anybody measures. */
    static void fill(FlowStore store, StoredFlow typical, int count) {
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        byte[] body = typical.body().bytes();
        for (int i = 0; i < count; i++) {
            store.insert(new StoredFlow(
                    new FlowId(new Digest(random.nextLong(), random.nextLong())),
                    new OwnerTag(new Digest(random.nextLong(), random.nextLong())),
                    Purpose.RESET,
                    1,
                    Host.START.plus(Duration.ofDays(36_500)).plusMillis(i),
                    typical.wakeAt(),
                    SealedBody.of(body)));
        }
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
