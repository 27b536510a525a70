package dev.sspr.internal.engine;

import dev.sspr.spi.CounterKey;
import dev.sspr.spi.Digest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A limit of what may happen within a time.
 *
 * @param form how the time runs
 * @param orElse a limit that is charged instead when this one is full
 */
public record RateLimit(CounterKey key, long limit, Duration window, Form form, Optional<RateLimit> orElse) {
    /** How the time of a limit runs. */
    public enum Form {
        /** Never more than the limit in any span of the window's length. Each charge has a counter of its own. */
        SLIDING,
        /** The window opens with the first charge, and a new one opens after its end. One counter. */
        FIXED
    }

    /** The highest sliding limit: a charge asks at most as many counters. */
    private static final int MOST_SLIDING = 50;

    private static final Duration DAY = Duration.ofHours(24);
    /** The charges of the lane for strangers begin here; no other further counter of a key is that far. */
    private static final int SPREAD = 500;

    /** Returns a limit that holds in every span of the window's length; above 50 the window is fixed. */
    public static RateLimit sliding(CounterKey key, long limit, Duration window) {
        Form form = limit <= MOST_SLIDING ? Form.SLIDING : Form.FIXED;
        return new RateLimit(key, limit, window, form, Optional.empty());
    }

    /** Returns a limit whose window opens with the first charge. */
    public static RateLimit fixed(CounterKey key, long limit, Duration window) {
        return new RateLimit(key, limit, window, Form.FIXED, Optional.empty());
    }

    /** Returns a limit that, when it is full, takes one more charge in each span of a gap. */
    public RateLimit orOnceIn(Duration gap) {
        RateLimit slow = sliding(RateLimiter.beside(key, SPREAD), 1, gap);
        return new RateLimit(key, limit, window, form, Optional.of(slow));
    }

    /**
     * Returns a limit of a day in two parts: half of it at any time, and the rest spread evenly over the day. An attacker
     * who uses up the first part cannot use up the day (R-RATE-12).
     */
    public static RateLimit spreadOverDay(CounterKey key, int limit) {
        int rest = limit / 2;
        RateLimit atOnce = sliding(key, (long) limit - rest, DAY);
        return rest == 0 ? atOnce : atOnce.orOnceIn(DAY.dividedBy(rest));
    }

    /** Returns the keys of its counters: one, or one for each charge of a sliding limit. */
    List<CounterKey> counters() {
        if (form == Form.FIXED) {
            return List.of(key);
        }
        List<CounterKey> slots = new ArrayList<>();
        for (int i = 0; i < limit; i++) {
            slots.add(slot(i));
        }
        return slots;
    }

    CounterKey slot(int i) {
        return new CounterKey(new Digest(key.digest().high() + i, key.digest().low()));
    }
}
