package dev.sspr.writeback;

import dev.sspr.spi.Availability;
import dev.sspr.spi.Availability.Status;
import dev.sspr.spi.UserStore;
import java.time.Instant;

/** Caches whether both stores can be written. The answer is the same for every name. */
final class CachedAvailability {
    /** The life of an answer, so that a start does not cost two calls to a directory. */
    static final int SECONDS = 5;

    private final DualWriteParts parts;
    private Status known = Status.DOWN;
    private Instant until = Instant.MIN;

    CachedAvailability(DualWriteParts parts) {
        this.parts = parts;
    }

    synchronized Status status() {
        Instant now = parts.clock().instant();
        if (!now.isBefore(until)) {
            boolean up = ask(parts.first()) == Status.UP && ask(parts.second()) == Status.UP;
            known = up ? Status.UP : Status.DOWN;
            until = now.plusSeconds(SECONDS);
            if (!up) {
                parts.tell(WritebackEvent.of(WritebackEvent.What.UNAVAILABLE));
            }
        }
        return known;
    }

    private static Status ask(UserStore store) {
        if (!(store instanceof Availability able)) {
            return Status.UP;
        }
        try {
            return able.status();
        } catch (RuntimeException e) {
            // this breaks the contract (AV3), and it is no reason to let a user begin
            return Status.DOWN;
        }
    }
}
