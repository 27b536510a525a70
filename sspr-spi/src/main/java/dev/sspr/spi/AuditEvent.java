package dev.sspr.spi;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing that happened, without a secret, a login or an address in it (R-LOG-3, R-LOG-5).
 *
 * @param type what happened
 * @param outcome how it came out
 * @param at when, UTC
 * @param purpose what the flow is for
 * @param flow the flow, by its store key, which opens nothing
 * @param user the account's own id, once known; empty for strangers
 * @param source where the call came from, as the host said it, if it said so
 * @param attributes more, as short texts: {@code method}, {@code reason}, {@code entra.activity}
 */
public record AuditEvent(
        AuditType type,
        Outcome outcome,
        Instant at,
        Purpose purpose,
        Optional<FlowId> flow,
        Optional<UserId> user,
        Optional<String> source,
        Map<String, String> attributes) {
    /** How it came out. */
    public enum Outcome {
        /** As the person wanted. */
        SUCCESS,
        /** Not as the person wanted. */
        FAILURE
    }

    /** Checks the parts and copies the attributes. */
    public AuditEvent {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(flow, "flow");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(source, "source");
        attributes = Map.copyOf(attributes);
    }
}
