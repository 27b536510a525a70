package dev.sspr.spi.memory;

import dev.sspr.spi.CounterStore;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One open window of a counter: the sum in it and when it is over. */
record Window(long sum, Instant end) {
    /** What is left of a window at a time: itself, or nothing if it is over. */
    static @Nullable Window openAt(@Nullable Window window, Instant now) {
        return window == null || !now.isBefore(window.end) ? null : window;
    }

    /** Judges an addition; nothing is changed by this. */
    static CounterStore.Charge judge(@Nullable Window open, long amount, long limit, Duration length, Instant now) {
        long sum = open == null ? 0 : open.sum;
        Instant end = open == null ? now.plus(length) : open.end;
        // sum <= limit - amount, without a sum that wraps around
        boolean fits = amount == 0 || (amount <= limit && sum <= limit - amount);
        return fits ? new CounterStore.Charge.Added(sum + amount, end) : new CounterStore.Charge.Full(sum, end);
    }

    Window less(long amount) {
        return new Window(amount >= sum ? 0 : sum - amount, end);
    }
}
