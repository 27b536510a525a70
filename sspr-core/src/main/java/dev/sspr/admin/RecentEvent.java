package dev.sspr.admin;

import dev.sspr.spi.AuditEvent.Outcome;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.Purpose;
import java.time.Instant;
import java.util.Objects;

/**
 * Something that happened to a person's account, without who or whence.
 *
 * @param type what
 * @param outcome how it came out
 * @param purpose what the flow was for
 * @param at when
 */
public record RecentEvent(AuditType type, Outcome outcome, Purpose purpose, Instant at) {
    /** Checks the parts. */
    public RecentEvent {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(at, "at");
    }
}
