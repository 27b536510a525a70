package dev.sspr.spi.memory;

import dev.sspr.spi.CounterKey;
import dev.sspr.spi.CounterStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Counters in the heap of one process: about 140 bytes for each key.
 *
 * <p>Additions gradually remove counters whose window is over. A full store counts new keys in 1024 shared counters,
 * which refuse early and which neither {@link #refund} nor {@link #clear} changes (C9).
 *
 * <p><b>Threads.</b> Safe for use by many threads; each method is one atomic step.
 */
public final class InMemoryCounterStore implements CounterStore {
    /** The default number of keys with a counter of their own: about 140 MB. */
    public static final int DEFAULT_CAPACITY = 1_000_000;

    /** The extra time for which a counter is kept, for nodes whose clock is behind (C5). */
    private static final Duration GRACE = Duration.ofMinutes(1);
    /**
     * The number of counters that a new key inspects for removal: more than it adds, so that the map shrinks in the
     * end.
     */
    private static final int SWEEP = 2;

    private final int capacity;
    private final ConcurrentHashMap<CounterKey, Window> windows = new ConcurrentHashMap<>();
    private final CoarseCounters coarse = new CoarseCounters();
    private final AtomicInteger size = new AtomicInteger();
    private final AtomicBoolean sweeping = new AtomicBoolean();
    private final AtomicReference<Iterator<Map.Entry<CounterKey, Window>>> sweep =
            new AtomicReference<>(windows.entrySet().iterator());
    private final Faults faults = new Faults("the counter store");

    /** Makes an empty store for {@link #DEFAULT_CAPACITY} keys. */
    public InMemoryCounterStore() {
        this(DEFAULT_CAPACITY);
    }

    /**
     * Makes an empty store.
     *
     * @param capacity the most keys with a counter of their own, 1 or more
     * @throws IllegalArgumentException if it is below 1
     */
    public InMemoryCounterStore(int capacity) {
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
     * The number of keys with a counter of their own, including those whose window is over.
     *
     * @return 0 to the capacity
     */
    public int size() {
        return size.get();
    }

    @Override
    public CounterStore.Charge add(CounterKey key, long amount, long limit, Duration window, Instant now) {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(now, "now");
        requireNotNegative("amount", amount);
        requireNotNegative("limit", limit);
        if (window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException("a window must be longer than 0, not " + window);
        }
        return faults.around("add", () -> {
            if (amount > 0 && !windows.containsKey(key)) {
                dropSome(now);
            }
            AtomicReference<CounterStore.Charge> answer = new AtomicReference<>();
            windows.compute(key, (same, kept) -> {
                Window open = Window.openAt(kept, now);
                boolean shared = kept == null && coarse.open(key, now);
                CounterStore.Charge charge = Window.judge(open, amount, limit, window, now);
                boolean changes = amount > 0 && charge instanceof CounterStore.Charge.Added;
                if (shared || (kept == null && changes && !takeRoom())) {
                    answer.setPlain(coarse.add(key, amount, limit, window, now));
                    return null;
                }
                answer.setPlain(charge);
                return changes ? new Window(charge.total(), charge.resetsAt()) : kept;
            });
            return answer.getPlain();
        });
    }

    @Override
    public void refund(CounterKey key, long amount, Instant now) {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(now, "now");
        requireNotNegative("amount", amount);
        faults.around(
                "refund",
                () -> windows.computeIfPresent(
                        key, (same, kept) -> Window.openAt(kept, now) == null ? kept : kept.less(amount)));
    }

    @Override
    public void clear(CounterKey key) {
        Objects.requireNonNull(key, "key");
        faults.around("clear", () -> {
            boolean cleared = windows.remove(key) != null;
            if (cleared) {
                size.decrementAndGet();
            }
            return cleared;
        });
    }

    private boolean takeRoom() {
        if (size.incrementAndGet() > capacity) {
            size.decrementAndGet();
            return false;
        }
        return true;
    }

    private void dropSome(Instant now) {
        if (!sweeping.compareAndSet(false, true)) {
            return;
        }
        try {
            Instant over = now.minus(GRACE);
            Iterator<Map.Entry<CounterKey, Window>> entries = sweep.getPlain();
            for (int i = 0; i < SWEEP; i++) {
                if (!entries.hasNext()) {
                    sweep.setPlain(windows.entrySet().iterator());
                    return;
                }
                Map.Entry<CounterKey, Window> entry = entries.next();
                if (!entry.getValue().end().isAfter(over) && windows.remove(entry.getKey(), entry.getValue())) {
                    size.decrementAndGet();
                }
            }
        } finally {
            sweeping.set(false);
        }
    }

    private static void requireNotNegative(String what, long value) {
        if (value < 0) {
            throw new IllegalArgumentException(what + " is 0 or more, this is " + value);
        }
    }
}
