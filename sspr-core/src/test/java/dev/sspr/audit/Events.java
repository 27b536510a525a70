package dev.sspr.audit;

import dev.sspr.spi.AuditEvent;
import dev.sspr.spi.AuditEvent.Outcome;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.Digest;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Audit events to write. */
final class Events {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00.123Z");

    private Events() {}

    static AuditEvent plain() {
        return with("198.51.100.7", Map.of("method", "email-code"));
    }

    static AuditEvent with(String source, Map<String, String> attributes) {
        return new AuditEvent(
                AuditType.PROVEN,
                Outcome.SUCCESS,
                NOON,
                Purpose.RESET,
                Optional.of(new FlowId(new Digest(1, -1))),
                Optional.of(new UserId("u-1")),
                Optional.of(source),
                attributes);
    }

    static AuditEvent bare() {
        return new AuditEvent(
                AuditType.START_REFUSED,
                Outcome.FAILURE,
                NOON,
                Purpose.UNLOCK,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }
}
