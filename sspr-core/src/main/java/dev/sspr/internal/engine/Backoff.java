package dev.sspr.internal.engine;

import java.time.Duration;
import java.time.Instant;

/**
 * When work that follows a change is tried again: after 30 s, then after twice as long each time, at most every 6 hours. A
 * message is tried for its whole life; other work is given up after four tries.
 */
public final class Backoff {
    /** The first try and three more (R-SESS-2). */
    private static final int MOST = 4;

    /** The interval of the sweeper: a shorter pause would not be kept. */
    private static final Duration FIRST = Duration.ofSeconds(30);

    /** An outage of a day ends within a quarter of a day of its end, and a week takes no more than 40 tries. */
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
