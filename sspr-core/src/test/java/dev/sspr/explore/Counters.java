package dev.sspr.explore;

import dev.sspr.explore.Sim.Window;
import dev.sspr.spi.Charge;
import dev.sspr.spi.CounterKey;
import dev.sspr.spi.CounterStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Budgets. */
final class Counters implements CounterStore {
    private final Host host;

    Counters(Host host) {
        this.host = host;
    }

    @Override
    public Charge add(CounterKey key, long amount, long limit, Duration window, Instant now) {
        return host.gate.pass("add", () -> {
            Window seen = running(key, now).orElseGet(() -> new Window(0, limit, window, end(window, now)));
            long sum = seen.total() + amount;
            if (sum > limit && !host.lies(Lie.COUNTS_NOTHING)) {
                return new Charge.Full(seen.total(), seen.end());
            }
            if (amount > 0) {
                host.sim.counters.put(key, new Window(sum, limit, window, seen.end()));
            }
            return new Charge.Added(sum, seen.end());
        });
    }

    private Optional<Window> running(CounterKey key, Instant now) {
        return Optional.ofNullable(host.sim.counters.get(key)).filter(kept -> now.isBefore(kept.end()));
    }

    private Instant end(Duration window, Instant now) {
        return now.plus(host.lies(Lie.FORGETS_NO_COUNT) ? window.plusDays(100) : window);
    }

    @Override
    public void refund(CounterKey key, long amount, Instant now) {
        host.gate.pass("refund", () -> {
            running(key, now).ifPresent(kept -> {
                long left = Math.max(0, kept.total() - amount);
                host.sim.counters.put(key, new Window(left, kept.limit(), kept.length(), kept.end()));
            });
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
