package dev.sspr.spi.memory;

import dev.sspr.spi.CounterStore;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The counters that keys share when no own counter is free. They err only towards refusal: a window grows to cover
 * every addition, and a refund of one key is not subtracted from the additions of others.
 */
final class CoarseCounters {
    /** Few enough to stay small, enough that a junk key rarely shares the counter of a real one. A power of two. */
    private static final int COUNTERS = 1024;

    private final AtomicReferenceArray<@Nullable Window> windows = new AtomicReferenceArray<>(COUNTERS);

    boolean open(Object key, Instant now) {
        return Window.openAt(windows.get(indexOf(key)), now) != null;
    }

    CounterStore.Charge add(Object key, long amount, long limit, Duration length, Instant now) {
        int at = indexOf(key);
        while (true) {
            Window kept = windows.get(at);
            Window open = Window.openAt(kept, now);
            CounterStore.Charge charge = Window.judge(open, amount, limit, length, now);
            if (amount == 0 || charge instanceof CounterStore.Charge.Full) {
                return charge;
            }
            Instant end = charge.resetsAt().isAfter(now.plus(length)) ? charge.resetsAt() : now.plus(length);
            if (windows.compareAndSet(at, kept, new Window(charge.total(), end))) {
                return new CounterStore.Charge.Added(charge.total(), end);
            }
        }
    }

    private static int indexOf(Object key) {
        int hash = key.hashCode() * 0x9E3779B9;
        return hash >>> 22;
    }
}
