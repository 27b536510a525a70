package dev.sspr.internal.engine;

import dev.sspr.spi.CounterKey;
import java.time.Duration;

/** A counter with its limit within a window. */
public record RateLimit(CounterKey key, long limit, Duration window) {}
