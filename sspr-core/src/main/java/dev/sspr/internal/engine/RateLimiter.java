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
import java.util.ArrayList;
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

    /**
     * The result of a charge.
     *
     * @param taken the counters that were charged; none if a limit is full
     * @param retryAt when to retry, if a limit is full
     */
    public record Receipt(List<Taken> taken, Optional<Instant> retryAt) {
        public boolean isFull() {
            return retryAt.isPresent();
        }
    }

    /** One charged counter. */
    public record Taken(CounterKey key, RateLimit.Form form) {}

    /** Returns the key of a counter for a subject. */
    public CounterKey key(Budget what, String whom) {
        return new CounterKey(digest.digest(
                new DigestInput(DigestLabel.COUNTER).with(what.word()).with(whom)));
    }

    /** Returns the key of a further counter for the same subject. */
    public static CounterKey beside(CounterKey key, int which) {
        return new CounterKey(new Digest(key.digest().high(), key.digest().low() + which));
    }

    /** Charges 1 to every limit; returns when to retry if one is full. */
    public Optional<Instant> charge(List<RateLimit> lines) {
        return pay(lines).retryAt();
    }

    /**
     * Charges 1 to every limit, in order. If one is full, it refunds the earlier charges, because no response is
     * compared, and tells when to retry.
     */
    public Receipt pay(List<RateLimit> lines) {
        Instant now = clock.instant();
        List<Taken> taken = new ArrayList<>(lines.size());
        for (RateLimit limit : lines) {
            Optional<Instant> full = take(limit, now, taken);
            if (full.isPresent()) {
                refund(new Receipt(taken, Optional.empty()));
                return new Receipt(List.of(), full);
            }
        }
        return new Receipt(taken, Optional.empty());
    }

    private Optional<Instant> take(RateLimit limit, Instant now, List<Taken> taken) {
        Instant first = Instant.MAX;
        boolean slots = limit.form() == RateLimit.Form.SLIDING;
        int counters = slots ? (int) limit.limit() : 1;
        for (int i = 0; i < counters; i++) {
            CounterKey key = slots ? limit.slot(i) : limit.key();
            CounterStore.Charge charge = store.add(key, 1, slots ? 1 : limit.limit(), limit.window(), now);
            if (charge instanceof CounterStore.Charge.Added) {
                taken.add(new Taken(key, limit.form()));
                return Optional.empty();
            }
            first = charge.resetsAt().isBefore(first) ? charge.resetsAt() : first;
        }
        if (limit.orElse().isEmpty()) {
            return Optional.of(first);
        }
        Instant earliest = first;
        return take(limit.orElse().get(), now, taken).map(later -> later.isBefore(earliest) ? later : earliest);
    }

    /**
     * Gives a charge back, because the guess was right. The counter of a sliding charge is emptied, since its window would
     * stay open otherwise.
     */
    public void refund(Receipt receipt) {
        Instant now = clock.instant();
        for (Taken one : receipt.taken()) {
            if (one.form() == RateLimit.Form.SLIDING) {
                store.clear(one.key());
            } else {
                store.refund(one.key(), 1, now);
            }
        }
    }

    /** Returns whether a limit takes no charge now. It reads the counter first that is charged last. */
    public boolean isFull(RateLimit limit) {
        Instant now = clock.instant();
        List<CounterKey> counters = limit.counters();
        long most = limit.form() == RateLimit.Form.SLIDING ? 1 : limit.limit();
        for (int i = counters.size() - 1; i >= 0; i--) {
            if (store.add(counters.get(i), 0, Long.MAX_VALUE, limit.window(), now)
                            .total()
                    < most) {
                return false;
            }
        }
        return limit.orElse().isEmpty() || isFull(limit.orElse().get());
    }

    public long total(CounterKey key, Duration window) {
        Instant now = clock.instant();
        return store.add(key, 0, Long.MAX_VALUE, window, now).total();
    }

    /** Empties a limit. */
    public void clear(RateLimit limit) {
        limit.counters().forEach(store::clear);
        limit.orElse().ifPresent(this::clear);
    }
}
