package dev.sspr.explore;

import dev.sspr.explore.ExploredWorld.Window;
import dev.sspr.spi.CounterKey;
import dev.sspr.spi.CounterStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Budgets. */
final class ExploredCounterStore implements CounterStore {
    private final ExploredHost exploredHost;

    ExploredCounterStore(ExploredHost exploredHost) {
        this.exploredHost = exploredHost;
    }

    @Override
    public CounterStore.Charge add(CounterKey key, long amount, long limit, Duration window, Instant now) {
        return exploredHost.gate.pass("add", () -> {
            Window seen = running(key, now).orElseGet(() -> new Window(0, limit, window, end(window, now)));
            long sum = seen.total() + amount;
            if (sum > limit) {
                return new CounterStore.Charge.Full(seen.total(), seen.end());
            }
            if (amount > 0) {
                exploredHost.exploredWorld.counters.put(key, new Window(sum, limit, window, seen.end()));
            }
            return new CounterStore.Charge.Added(sum, seen.end());
        });
    }

    private Optional<Window> running(CounterKey key, Instant now) {
        return Optional.ofNullable(exploredHost.exploredWorld.counters.get(key))
                .filter(kept -> now.isBefore(kept.end()));
    }

    private Instant end(Duration window, Instant now) {
        return now.plus(exploredHost.lies(HostFault.FORGETS_NO_COUNT) ? window.plusDays(100) : window);
    }

    @Override
    public void refund(CounterKey key, long amount, Instant now) {
        exploredHost.gate.pass("refund", () -> {
            running(key, now).ifPresent(kept -> {
                long left = Math.max(0, kept.total() - amount);
                exploredHost.exploredWorld.counters.put(key, new Window(left, kept.limit(), kept.length(), kept.end()));
            });
            return true;
        });
    }

    @Override
    public void clear(CounterKey key) {
        exploredHost.gate.pass("clear", () -> {
            exploredHost.exploredWorld.counters.remove(key);
            return true;
        });
    }
}
