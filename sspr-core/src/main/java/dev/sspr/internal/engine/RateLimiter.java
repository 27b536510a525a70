package dev.sspr.internal.engine;

import dev.sspr.internal.secret.DigestInput;
import dev.sspr.internal.secret.DigestLabel;
import dev.sspr.internal.secret.KeyedDigest;
import dev.sspr.spi.CounterKey;
import dev.sspr.spi.CounterStore;
import dev.sspr.spi.Digest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Charges counters under keyed names, so that the counter store never receives a login or an address. */
public final class RateLimiter {
    private final CounterStore store;
    private final KeyedDigest digest;
    private final InstantSource clock;

    public RateLimiter(CounterStore store, KeyedDigest digest, InstantSource clock) {
        this.store = store;
        this.digest = digest;
        this.clock = clock;
    }

    /** Returns the key of a counter for a subject. */
    public CounterKey key(String what, String whom) {
        return new CounterKey(
                digest.digest(new DigestInput(DigestLabel.COUNTER).with(what).with(whom)));
    }

    /** Returns the key of a further counter for the same subject. */
    public static CounterKey beside(CounterKey key, int which) {
        return new CounterKey(new Digest(key.digest().high(), key.digest().low() + which));
    }

    /**
     * Charges 1 to every limit, in order. If one is full, it refunds the earlier charges, because no response is
     * compared, and returns when to retry.
     */
    public Optional<Instant> charge(List<RateLimit> lines) {
        Instant now = clock.instant();
        for (int i = 0; i < lines.size(); i++) {
            RateLimit limit = lines.get(i);
            CounterStore.Charge charge = store.add(limit.key(), 1, limit.limit(), limit.window(), now);
            if (charge instanceof CounterStore.Charge.Full) {
                refund(lines.subList(0, i));
                return Optional.of(charge.resetsAt());
            }
        }
        return Optional.empty();
    }

    /** Refunds 1 to every limit, because the guess was right. */
    public void refund(List<RateLimit> lines) {
        Instant now = clock.instant();
        for (RateLimit limit : lines) {
            store.refund(limit.key(), 1, now);
        }
    }

    public long total(CounterKey key, Duration window) {
        Instant now = clock.instant();
        return store.add(key, 0, Long.MAX_VALUE, window, now).total();
    }

    public void clear(CounterKey key) {
        store.clear(key);
    }
}
