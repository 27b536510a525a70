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

/** Charges counters by keyed names: neither a login nor an address ever reaches the counter store. */
public final class RateLimiter {
    private static final String ROLE = "counter-store";

    private final CounterStore store;
    private final KeyedDigest digest;
    private final InstantSource clock;

    /** A budget over a store. */
    public RateLimiter(CounterStore store, KeyedDigest digest, InstantSource clock) {
        this.store = store;
        this.digest = digest;
        this.clock = clock;
    }

    /** The key of what is counted for whom. */
    public CounterKey key(String what, String whom) {
        return new CounterKey(
                digest.digest(new DigestInput(DigestLabel.COUNTER).with(what).with(whom)));
    }

    /** Another counter beside one, for the same thing. */
    public static CounterKey beside(CounterKey key, int which) {
        return new CounterKey(new Digest(key.digest().high(), key.digest().low() + which));
    }

    /**
     * Charges 1 to every line, in order. If one is full, it says when to come back, and what was charged before it is
     * given back: nothing is compared then, so nothing was guessed.
     */
    public Optional<Instant> charge(List<RateLimit> lines) {
        Instant now = clock.instant();
        for (int i = 0; i < lines.size(); i++) {
            RateLimit limit = lines.get(i);
            CounterStore.Charge charge =
                    RoleCall.ask(ROLE, () -> store.add(limit.key(), 1, limit.limit(), limit.window(), now));
            if (charge instanceof CounterStore.Charge.Full) {
                refund(lines.subList(0, i));
                return Optional.of(charge.resetsAt());
            }
        }
        return Optional.empty();
    }

    /** Gives 1 back to every line: the guess was right. */
    public void refund(List<RateLimit> lines) {
        Instant now = clock.instant();
        for (RateLimit limit : lines) {
            RoleCall.tell(ROLE, () -> store.refund(limit.key(), 1, now));
        }
    }

    /** What a counter holds. */
    public long total(CounterKey key, Duration window) {
        Instant now = clock.instant();
        return RoleCall.ask(ROLE, () -> store.add(key, 0, Long.MAX_VALUE, window, now))
                .total();
    }

    /** Empties a counter. */
    public void clear(CounterKey key) {
        RoleCall.tell(ROLE, () -> store.clear(key));
    }
}
