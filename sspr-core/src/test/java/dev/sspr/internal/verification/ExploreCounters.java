package dev.sspr.internal.verification;

import dev.sspr.internal.verification.ExploreWorld.Window;
import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.CounterKey;
import dev.sspr.spi.CounterStore;
import java.time.Duration;
import java.time.Instant;

/** The explorer's counter store. */
final class ExploreCounters implements CounterStore {
    private final ExploreHost host;

    ExploreCounters(ExploreHost host) {
        this.host = host;
    }

    @Override
    public CounterStore.Charge add(CounterKey key, long amount, long limit, Duration window, Instant now) {
        try {
            return host.gate.pass("add", () -> added(key, amount, limit, window, now));
        } catch (BackendUnavailableException e) {
            if (host.lies(ExploreFault.COUNTERS_FORGET_WHEN_THEY_FAIL)) {
                host.sim.counters.remove(key);
            }
            throw e;
        }
    }

    private CounterStore.Charge added(CounterKey key, long amount, long limit, Duration window, Instant now) {
        Window kept = open(key, now);
        Window next = kept == null ? new Window(0, limit, now.plus(window)) : kept;
        long sum = next.total() + amount;
        if (sum > limit && !host.lies(ExploreFault.COUNTERS_NEVER_FILL)) {
            host.touched
                    .flatMap(host.sim::flow)
                    .ifPresent(flow -> flow.puts.replaceAll(put -> put.delivered() ? put : put.refusedForGood()));
            return new CounterStore.Charge.Full(next.total(), next.end());
        }
        if (amount > 0) {
            host.sim.counters.put(key, new Window(sum, limit, next.end()));
        }
        return new CounterStore.Charge.Added(sum, next.end());
    }

    private Window open(CounterKey key, Instant now) {
        Window kept = host.sim.counters.get(key);
        return kept != null && now.isBefore(kept.end()) ? kept : null;
    }

    @Override
    public void refund(CounterKey key, long amount, Instant now) {
        host.gate.pass("refund", () -> {
            Window kept = open(key, now);
            if (kept != null) {
                host.sim.counters.put(key, new Window(Math.max(0, kept.total() - amount), kept.limit(), kept.end()));
            }
            return true;
        });
    }

    @Override
    public void clear(CounterKey key) {
        host.gate.pass("clear", () -> {
            host.sim.counters.remove(key);
            return true;
        });
    }
}
