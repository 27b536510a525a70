package dev.sspr.internal.verification.state;

import dev.sspr.internal.engine.Auditor;
import dev.sspr.internal.engine.Effect;
import dev.sspr.spi.AuditEvent.Outcome;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.UserId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Audit events with their names in Entra's audit log (AUD-02..17). */
public final class AuditEffects {
    private static final String ENTRA = Auditor.ENTRA;
    private static final String PROGRESS = "Self-service password reset flow activity progress";
    private static final Map<AuditType, String> ACTIVITIES = new EnumMap<>(Map.ofEntries(
            Map.entry(AuditType.STARTED, "User started password reset"),
            Map.entry(AuditType.STARTED_FOR, "Admin started password reset"),
            Map.entry(AuditType.START_REFUSED, "Blocked from self-service password reset"),
            Map.entry(AuditType.GUESS_REFUSED, "Blocked from self-service password reset"),
            Map.entry(AuditType.METHOD_CHOSEN, PROGRESS),
            Map.entry(AuditType.CHALLENGE_SENT, PROGRESS),
            Map.entry(AuditType.PROVEN, PROGRESS),
            Map.entry(AuditType.NOT_PROVEN, PROGRESS),
            Map.entry(AuditType.PASSWORD_REFUSED, "Reset password (self-service)"),
            Map.entry(AuditType.PASSWORD_SET, "Reset password (self-service)")));

    private AuditEffects() {}

    static Effect good(AuditType type, Optional<UserId> user, String... attributes) {
        return new Effect.Note(type, Outcome.SUCCESS, user, attributes(type, attributes));
    }

    static Effect bad(AuditType type, Optional<UserId> user, String... attributes) {
        return new Effect.Note(type, Outcome.FAILURE, user, attributes(type, attributes));
    }

    /** Returns at most two pairs of name and value, and Entra's name; immutable, so that an event need not copy them. */
    public static Map<String, String> attributes(AuditType type, String... pairs) {
        String activity = ACTIVITIES.get(type);
        return switch (pairs.length) {
            case 0 -> activity == null ? Map.of() : Map.of(ENTRA, activity);
            case 2 -> activity == null ? Map.of(pairs[0], pairs[1]) : Map.of(pairs[0], pairs[1], ENTRA, activity);
            case 4 ->
                activity == null
                        ? Map.of(pairs[0], pairs[1], pairs[2], pairs[3])
                        : Map.of(pairs[0], pairs[1], pairs[2], pairs[3], ENTRA, activity);
            default -> throw new IllegalArgumentException("an event has at most two attributes of its own");
        };
    }
}
