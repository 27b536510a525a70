package dev.sspr.internal.engine;

import dev.sspr.spi.AuditType;
import java.util.HashMap;
import java.util.Map;

/**
 * How a purpose calls the events of a machine that it shares with others.
 *
 * @param types another type in the place of the machine's
 * @param activities the name that Entra's audit log has for a type, in the place of the machine's
 */
public record AuditVocabulary(Map<AuditType, AuditType> types, Map<AuditType, String> activities) {
    /** As the machine says. */
    public static final AuditVocabulary DEFAULT = new AuditVocabulary(Map.of(), Map.of());

    AuditType type(AuditType said) {
        return types.getOrDefault(said, said);
    }

    Map<String, String> attributes(AuditType said, Map<String, String> attributes) {
        if (activities.isEmpty()) {
            return attributes;
        }
        Map<String, String> other = new HashMap<>(attributes);
        other.remove(Auditor.ENTRA);
        String activity = activities.get(said);
        if (activity != null) {
            other.put(Auditor.ENTRA, activity);
        }
        return other;
    }
}
