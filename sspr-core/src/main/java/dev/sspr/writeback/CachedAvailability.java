package dev.sspr.writeback;

import dev.sspr.spi.Availability;
import dev.sspr.spi.Availability.Status;
import dev.sspr.spi.UserStore;
import java.time.Instant;

/** Whether both stores can be written, asked now and then and remembered in between: one answer for every name. */
final class CachedAvailability {
    /** How long an answer is good for: a start may not cost two calls to a directory. */
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
            // against its contract (AV3), and no reason to let a person begin
            return Status.DOWN;
        }
    }
}
