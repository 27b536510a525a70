package dev.sspr.adapter.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants as the milliseconds that a column holds; those too far away are cut to the nearest that fits. */
final class Millis {
    private static final Instant FIRST = Instant.ofEpochMilli(Long.MIN_VALUE);
    private static final Instant LAST = Instant.ofEpochMilli(Long.MAX_VALUE);

    private Millis() {}

    /** The millisecond an instant lies in. */
    static long floor(Instant at) {
        if (at.isBefore(FIRST)) {
            return Long.MIN_VALUE;
        }
        return at.isAfter(LAST) ? Long.MAX_VALUE : at.toEpochMilli();
    }

    /** The first millisecond that is not before an instant. */
    static long ceiling(Instant at) {
        long floor = floor(at);
        boolean whole = at.equals(at.truncatedTo(ChronoUnit.MILLIS));
        return whole || floor == Long.MAX_VALUE ? floor : floor + 1;
    }

    /** When a window ends that opens in a millisecond; it lasts at least one. */
    static long end(long from, Duration window) {
        boolean tooLong = window.compareTo(Duration.ofMillis(Long.MAX_VALUE)) >= 0;
        long length = tooLong ? Long.MAX_VALUE : Math.max(1, window.toMillis());
        long end = from + length;
        return from > 0 && end < 0 ? Long.MAX_VALUE : end;
    }
}
