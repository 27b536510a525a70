package dev.sspr.spi.memory;

import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.Digest;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.FlowStore;
import dev.sspr.spi.OwnerTag;
import dev.sspr.spi.SealingKeys;
import dev.sspr.spi.StoredFlow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A flow store in the heap of one process: about 340 bytes for a flow with a body of 200 bytes.
 *
 * <p><b>Threads.</b> Safe for use by many threads; each method is one atomic step, including {@link #endOwner}. Only
 * {@link #purge} and {@link #due} visit one flow after the other.
 *
 * <p><b>Failure.</b> It has no clock, so only {@link #purge} makes room. A full store refuses new flows with a {@link
 * BackendUnavailableException} and loses none (F9).
 */
public final class InMemoryFlowStore implements FlowStore, SealingKeys {
    /** The default number of flows: about 680 MB, a day of 23 starts each second. */
    public static final int DEFAULT_CAPACITY = 2_000_000;

    /** A power of two; enough that threads rarely contend, few enough to lock all of them. */
    private static final int SHARDS = 16;

    private final int capacity;
    private final AtomicInteger size = new AtomicInteger();
    private final AtomicInteger nextToPurge = new AtomicInteger();
    private final WakeIndex wakes = new WakeIndex();
    private final List<FlowShard> shards =
            Stream.generate(() -> new FlowShard(wakes)).limit(SHARDS).toList();
    private final Faults faults = new Faults("the flow store");

    /** Makes an empty store for {@link #DEFAULT_CAPACITY} flows. */
    public InMemoryFlowStore() {
        this(DEFAULT_CAPACITY);
    }

    /**
     * Makes an empty store.
     *
     * @param capacity the most flows, 1 or more
     * @throws IllegalArgumentException if it is below 1
     */
    public InMemoryFlowStore(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("a capacity is 1 or more, this is " + capacity);
        }
        this.capacity = capacity;
    }

    /**
     * The failures that a test can request.
     *
     * @return always the same
     */
    public Faults faults() {
        return faults;
    }

    /**
     * The number of flows, including expired ones.
     *
     * @return 0 to the capacity
     */
    public int size() {
        return size.get();
    }

    @Override
    public Inserted insert(StoredFlow flow) {
        Objects.requireNonNull(flow, "flow");
        FlowShard shard = shardOf(flow.id());
        return faults.around("insert", () -> locked(shard, () -> shard.insert(flow, this::takeRoom)));
    }

    @Override
    public Optional<StoredFlow> find(FlowId id) {
        FlowShard shard = shardOf(id);
        return faults.around("find", () -> locked(shard, () -> shard.find(id.digest())));
    }

    @Override
    public Replaced replace(StoredFlow next) {
        Objects.requireNonNull(next, "next");
        FlowShard shard = shardOf(next.id());
        return faults.around("replace", () -> locked(shard, () -> shard.replace(next)));
    }

    @Override
    public int endOwner(OwnerTag owner, FlowId except) {
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(except, "except");
        return faults.around("endOwner", () -> {
            // all locks at once, always in this order, so that a reader sees either all of the flows or none
            shards.forEach(shard -> shard.lock.lock());
            try {
                int ended = 0;
                for (FlowShard shard : shards) {
                    ended += shard.endOwner(owner.digest(), except.digest());
                }
                size.addAndGet(-ended);
                return ended;
            } finally {
                shards.forEach(shard -> shard.lock.unlock());
            }
        });
    }

    @Override
    public List<StoredFlow> ofOwner(OwnerTag owner, int limit) {
        Objects.requireNonNull(owner, "owner");
        requirePositive(limit);
        return faults.around("ofOwner", () -> {
            List<StoredFlow> found = new ArrayList<>();
            for (FlowShard shard : shards) {
                shard.lock.lock();
                try {
                    shard.ofOwner(owner.digest(), limit, found);
                } finally {
                    shard.lock.unlock();
                }
            }
            return List.copyOf(found);
        });
    }

    @Override
    public List<FlowId> due(Instant now, int limit) {
        Objects.requireNonNull(now, "now");
        requirePositive(limit);
        return faults.around("due", () -> wakes.due(Millis.floor(now), limit));
    }

    @Override
    public int purge(Instant before, int limit) {
        Objects.requireNonNull(before, "before");
        requirePositive(limit);
        return faults.around("purge", () -> {
            int purged = 0;
            int first = nextToPurge.getAndIncrement();
            for (int i = 0; i < SHARDS && purged < limit; i++) {
                FlowShard shard = shards.get((first + i) & (SHARDS - 1));
                int left = limit - purged;
                purged += locked(shard, () -> shard.purge(Millis.ceiling(before), left));
            }
            size.addAndGet(-purged);
            return purged;
        });
    }

    /** Visits every flow, one shard after the other. */
    @Override
    public Set<Integer> keys() {
        return faults.around("keys", () -> Set.copyOf(byKey().keySet()));
    }

    @Override
    public long count(int key) {
        return faults.around("count", () -> byKey().getOrDefault(key, 0L));
    }

    private Map<Integer, Long> byKey() {
        Map<Integer, Long> byKey = new HashMap<>();
        for (FlowShard shard : shards) {
            shard.lock.lock();
            try {
                shard.count(byKey);
            } finally {
                shard.lock.unlock();
            }
        }
        return byKey;
    }

    private void takeRoom() {
        if (size.incrementAndGet() > capacity) {
            size.decrementAndGet();
            throw new BackendUnavailableException("the flow store is full with " + capacity + " flows");
        }
    }

    private FlowShard shardOf(FlowId id) {
        Digest digest = id.digest();
        return shards.get(FlowChains.spread(digest.high(), digest.low()) >>> 28);
    }

    private static <T> T locked(FlowShard shard, Supplier<T> work) {
        shard.lock.lock();
        try {
            return work.get();
        } finally {
            shard.lock.unlock();
        }
    }

    private static void requirePositive(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("a limit is 1 or more, this is " + limit);
        }
    }
}
