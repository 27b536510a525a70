package dev.sspr.reset;

import dev.sspr.internal.engine.Effect;
import dev.sspr.spi.AuditEvent.Outcome;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.UserId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Audit events of a reset, with the name that Entra's audit log has for them where it has one (AUD-02..17). */
final class Notes {
    private static final String ENTRA = "entra.activity";
    private static final String PROGRESS = "Self-service password reset flow activity progress";
    private static final Map<AuditType, String> ACTIVITIES = Map.of(
            AuditType.STARTED, "User started password reset",
            AuditType.START_REFUSED, "Blocked from self-service password reset",
            AuditType.GUESS_REFUSED, "Blocked from self-service password reset",
            AuditType.METHOD_CHOSEN, PROGRESS,
            AuditType.CHALLENGE_SENT, PROGRESS,
            AuditType.PROVEN, PROGRESS,
            AuditType.NOT_PROVEN, PROGRESS,
            AuditType.PASSWORD_REFUSED, "Reset password (self-service)",
            AuditType.PASSWORD_SET, "Reset password (self-service)");

    private Notes() {}

    static Effect good(AuditType type, Optional<UserId> user, String... attributes) {
        return new Effect.Note(type, Outcome.SUCCESS, user, attributes(type, attributes));
    }

    static Effect bad(AuditType type, Optional<UserId> user, String... attributes) {
        return new Effect.Note(type, Outcome.FAILURE, user, attributes(type, attributes));
    }

    /** Pairs of name and value, and Entra's name. */
    static Map<String, String> attributes(AuditType type, String... pairs) {
        Map<String, String> all = new HashMap<>();
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            all.put(pairs[i], pairs[i + 1]);
        }
        String activity = ACTIVITIES.get(type);
        if (activity != null) {
            all.put(ENTRA, activity);
        }
        return all;
    }
}
