package dev.sspr.internal.bounds;

import java.time.Duration;
import java.time.Instant;

/**
 * The clocks of a host's nodes may differ by two seconds. An instant that the host states and that lies further ahead is
 * no evidence.
 */
public final class ClockSkew {
    /** The largest difference between two clocks. */
    public static final Duration MOST = Duration.ofSeconds(2);

    private ClockSkew() {}

    /** Returns whether something happened less than {@code age} ago, and not in the future. */
    public static boolean recent(Instant at, Duration age, Instant now) {
        return !at.isAfter(now.plus(MOST)) && past(at, now).isAfter(now.minus(age));
    }

    /** Returns the instant, or now if it lies in the future. */
    public static Instant past(Instant at, Instant now) {
        return at.isAfter(now) ? now : at;
    }
}
