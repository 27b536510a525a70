package dev.sspr.internal.engine;

import dev.sspr.spi.CounterKey;
import java.time.Duration;

/**
 * One counter and how much it may hold.
 *
 * @param key which counter
 * @param limit the most it may hold in a window
 * @param window how long a window lasts
 */
public record RateLimit(CounterKey key, long limit, Duration window) {}
