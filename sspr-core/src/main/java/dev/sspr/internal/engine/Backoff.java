package dev.sspr.internal.engine;

import java.time.Duration;
import java.time.Instant;

/** When work that follows a change is tried again, and when it is given up: after 30 s, 1 min and 2 min, then no more. */
public final class Backoff {
    /** The first try and three more (R-SESS-2). */
    private static final int MOST = 4;

    private static final Duration PAUSE = Duration.ofSeconds(30);

    private Backoff() {}

    /** When to try again after one failure more. */
    public static Instant after(int failuresBefore, Instant now) {
        return now.plus(PAUSE.multipliedBy(1L << failuresBefore));
    }

    /** Whether it has failed as often as it may. */
    public static boolean over(int failures) {
        return failures >= MOST;
    }
}
