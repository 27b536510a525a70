package dev.sspr.internal.engine;

import java.time.Duration;
import java.time.Instant;

/**
 * The times of retries: after 30 s, then twice as long each time, at most 6 hours. A message is retried for its whole life,
 * other work at most three times.
 */
public final class Backoff {
    /** The first try and three more (R-SESS-2). */
    private static final int MOST = 4;

    /** The interval of the sweeper, which is the shortest possible pause. */
    private static final Duration FIRST = Duration.ofSeconds(30);

    /** Limits a week to 40 tries, and bounds the delay after an outage. */
    private static final Duration LONGEST = Duration.ofHours(6);

    /** 30 s times 2 to this power is longer than {@link #LONGEST}. */
    private static final int SLOWEST = 10;

    private Backoff() {}

    /** Returns the time of the next try after one more failure. */
    public static Instant after(int failuresBefore, Instant now) {
        Duration pause = FIRST.multipliedBy(1L << Math.min(failuresBefore, SLOWEST));
        return now.plus(pause.compareTo(LONGEST) < 0 ? pause : LONGEST);
    }

    /** Returns whether the work has failed too often to be tried again. */
    public static boolean over(int failures) {
        return failures >= MOST;
    }
}
