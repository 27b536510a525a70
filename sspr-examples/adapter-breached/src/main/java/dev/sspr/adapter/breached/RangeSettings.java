package dev.sspr.adapter.breached;

import java.net.URI;
import java.time.Duration;

/** What a client of the range protocol was told. */
record RangeSettings(URI base, String userAgent, Duration timeLimit, int tries) {
    /** A whole range has about 80 KB with padding. */
    static final int MOST_BYTES = 1 << 20;
}
