package dev.sspr.adapter.breached;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The ranges asked for last: a bounded number, each for a bounded time. */
final class RangeCache {
    private record Kept(Range range, Instant until) {}

    private final Duration life;
    private final Map<String, Kept> ranges;

    RangeCache(int most, Duration life) {
        this.life = life;
        this.ranges = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
                return size() > most;
            }
        };
    }

    synchronized Optional<Range> get(String prefix, Instant now) {
        Kept kept = ranges.get(prefix);
        if (kept == null || !now.isBefore(kept.until())) {
            ranges.remove(prefix);
            return Optional.empty();
        }
        return Optional.of(kept.range());
    }

    synchronized void put(String prefix, Range range, Instant now) {
        ranges.put(prefix, new Kept(range, now.plus(life)));
    }
}
