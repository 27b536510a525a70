package dev.sspr.internal.engine;

import dev.sspr.spi.CounterKey;
import java.time.Duration;

/**
 * A counter with its limit.
 *
 * @param key the key of the counter
 * @param limit the maximum within a window
 * @param window the length of a window
 */
public record RateLimit(CounterKey key, long limit, Duration window) {}
