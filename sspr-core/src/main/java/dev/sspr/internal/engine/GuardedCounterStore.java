package dev.sspr.internal.engine;

import dev.sspr.spi.CounterKey;
import dev.sspr.spi.CounterStore;
import java.time.Duration;
import java.time.Instant;

/** Guards a counter store. */
record GuardedCounterStore(CounterStore counters) implements CounterStore {
    private static final String ROLE = "counter-store";

    @Override
    public CounterStore.Charge add(CounterKey key, long amount, long limit, Duration window, Instant now) {
        return RoleGuard.ask(ROLE, () -> counters.add(key, amount, limit, window, now));
    }

    @Override
    public void refund(CounterKey key, long amount, Instant now) {
        RoleGuard.tell(ROLE, () -> counters.refund(key, amount, now));
    }

    @Override
    public void clear(CounterKey key) {
        RoleGuard.tell(ROLE, () -> counters.clear(key));
    }
}
