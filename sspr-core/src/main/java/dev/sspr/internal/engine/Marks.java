package dev.sspr.internal.engine;

import dev.sspr.internal.secret.KeyRing;
import dev.sspr.spi.CounterStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * Counters that mark something, such as a report or a used code. They are set under the current key and looked for under
 * every key, so that a key rotation forgets none (F2-S4). A counter that only limits is a {@link RateLimiter}'s.
 */
public final class Marks {
    /** One for each key, the current one first. */
    private final List<RateLimiter> limiters;

    public Marks(CounterStore counters, KeyRing keys, InstantSource clock) {
        this.limiters = keys.underEach(key -> new RateLimiter(counters, key, clock));
    }

    public static Marks of(Environment environment) {
        return new Marks(environment.counters(), environment.keys(), environment.clock());
    }

    /** Adds 1 to a mark. */
    public void add(Budget what, String whom, Duration window) {
        RateLimiter current = limiters.get(0);
        current.charge(List.of(RateLimit.fixed(current.key(what, whom), Long.MAX_VALUE, window)));
    }

    /** Returns the total of a mark under all keys. */
    public long total(Budget what, String whom, Duration window) {
        return limiters.stream()
                .mapToLong(one -> one.total(one.key(what, whom), window))
                .sum();
    }

    /** Returns the total of a mark whose subject depends on the key too: one subject for each key. */
    long total(Budget what, List<String> whom, Duration window) {
        long all = 0;
        for (int i = 0; i < limiters.size(); i++) {
            all += limiters.get(i).total(limiters.get(i).key(what, whom.get(i)), window);
        }
        return all;
    }

    /** Sets a mark; returns false if it was set before. Of parallel calls under one key, one returns true. */
    public boolean first(Budget what, String whom, Duration window) {
        boolean before = limiters.stream().skip(1).anyMatch(one -> one.total(one.key(what, whom), window) > 0);
        RateLimiter current = limiters.get(0);
        return !before
                && current.charge(List.of(RateLimit.fixed(current.key(what, whom), 1, window)))
                        .isEmpty();
    }
}
