package dev.sspr.spi;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One audit event. It contains no secret, login name or address (R-LOG-3, R-LOG-5).
 *
 * @param type the type of event
 * @param outcome success or failure
 * @param at the time of the event, UTC
 * @param purpose the purpose of the flow
 * @param flow the flow's store key, which grants no access
 * @param user the account's id, if it is known; empty for an unknown login name
 * @param source the origin of the request as the host gave it, if it did
 * @param attributes further short texts, such as {@code method}, {@code reason}, {@code entra.activity}
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
    /** Whether the user succeeded. */
    public enum Outcome {
        /** The user's request succeeded. */
        SUCCESS,
        /** The user's request failed. */
        FAILURE
    }

    /** Checks that no part is missing and copies the attributes. */
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
