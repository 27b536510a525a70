package dev.sspr.internal.engine;

import dev.sspr.spi.AuditType;
import java.util.HashMap;
import java.util.Map;

/**
 * The audit types and activity names of one purpose that differ from the shared ones.
 *
 * @param types the type to write in place of another
 * @param activities the name in Entra's audit log for a type, in place of the default
 */
public record AuditVocabulary(Map<AuditType, AuditType> types, Map<AuditType, String> activities) {
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
