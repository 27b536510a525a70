package dev.sspr.spi.memory;

import dev.sspr.spi.CounterStore;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One open window of a counter: its sum and its end. */
record Window(long sum, Instant end) {
    /** The window if it is still open at a time, else null. */
    static @Nullable Window openAt(@Nullable Window window, Instant now) {
        return window == null || !now.isBefore(window.end) ? null : window;
    }

    /** Decides on an addition without changing anything. */
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
