package dev.sspr.spi.memory;

import java.time.Instant;

/** Instants as milliseconds; an instant beyond the range of a long becomes the nearest one in it. */
final class Millis {
    private static final Instant FIRST = Instant.ofEpochMilli(Long.MIN_VALUE);
    private static final Instant LAST = Instant.ofEpochMilli(Long.MAX_VALUE);

    private Millis() {}

    static long floor(Instant at) {
        if (at.isBefore(FIRST)) {
            return Long.MIN_VALUE;
        }
        return at.isAfter(LAST) ? Long.MAX_VALUE : at.toEpochMilli();
    }

    static long ceiling(Instant at) {
        long floor = floor(at);
        boolean more = floor < Long.MAX_VALUE && at.isAfter(Instant.ofEpochMilli(floor));
        return more ? floor + 1 : floor;
    }
}
