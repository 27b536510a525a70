package dev.sspr.internal.engine;

import java.time.Duration;
import java.time.Instant;

/** The back-off of follow-up work after a change: three more tries, after 30 s, 1 min and 2 min. */
public final class Backoff {
    /** The first try and three more (R-SESS-2). */
    private static final int MOST = 4;

    private static final Duration PAUSE = Duration.ofSeconds(30);

    private Backoff() {}

    /** Returns the time of the next try after one more failure. */
    public static Instant after(int failuresBefore, Instant now) {
        return now.plus(PAUSE.multipliedBy(1L << failuresBefore));
    }

    /** Returns whether the work has failed too often to be tried again. */
    public static boolean over(int failures) {
        return failures >= MOST;
    }
}
