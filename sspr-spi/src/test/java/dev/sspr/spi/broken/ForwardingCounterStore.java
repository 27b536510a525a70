package dev.sspr.spi.broken;

import dev.sspr.spi.CounterKey;
import dev.sspr.spi.CounterStore;
import java.time.Duration;
import java.time.Instant;

class ForwardingCounterStore implements CounterStore {
    private final CounterStore inner;

    ForwardingCounterStore(CounterStore inner) {
        this.inner = inner;
    }

    @Override
    public CounterStore.Charge add(CounterKey key, long amount, long limit, Duration window, Instant now) {
        return inner.add(key, amount, limit, window, now);
    }

    @Override
    public void refund(CounterKey key, long amount, Instant now) {
        inner.refund(key, amount, now);
    }

    @Override
    public void clear(CounterKey key) {
        inner.clear(key);
    }
}
