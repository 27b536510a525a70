package dev.sspr.spi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What events of one type carry beside their common fields. The table is published ({@code docs/audit-events.md}) and kept:
 * within a {@link #VERSION} types, attributes and words are added, never renamed and never taken away.
 *
 * <p>The common fields need no table: {@link AuditEvent#flow} is random bits that open nothing, {@link AuditEvent#user} the
 * host's own id, {@link AuditEvent#source} what the host said. None is hashed; a login, an address and a secret are in none
 * (R-LOG-2, R-LOG-3).
 *
 * @param type the type
 * @param meaning what happened, as a sentence for the reader of a log
 * @param fields its attributes, {@code entra.activity} among them where Entra has a name
 */
public record AuditSchema(AuditType type, String meaning, List<AuditField> fields) {
    /** The version of the table. It rises when something in it changes its meaning. */
    public static final int VERSION = 1;

    /** The attribute with the name that Entra's audit log has for the same thing (AUD-01 to AUD-17). */
    public static final String ENTRA = "entra.activity";

    /** Copies the list. */
    public AuditSchema {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(meaning, "meaning");
        fields = List.copyOf(fields);
    }

    /**
     * The schema of a type.
     *
     * @param type any type
     * @return its schema; empty never, except while a new type is being written
     */
    public static Optional<AuditSchema> of(AuditType type) {
        Objects.requireNonNull(type, "type");
        return Optional.ofNullable(AuditTable.ALL.get(type));
    }

    /**
     * What is wrong with an event.
     *
     * @param event any event
     * @return each attribute that is unknown, missing or malformed, in words for the author of the code that made it; empty
     *     if the event follows the schema
     */
    public static List<String> faults(AuditEvent event) {
        return of(event.type())
                .map(schema -> schema.faults(event.attributes()))
                .orElseGet(() -> List.of(event.type() + " is not in the schema: add it to AuditTable"));
    }

    private List<String> faults(Map<String, String> attributes) {
        List<String> faults = new ArrayList<>();
        TreeSet<String> unknown = new TreeSet<>(attributes.keySet());
        for (AuditField field : fields) {
            unknown.remove(field.name());
            String text = attributes.get(field.name());
            if (text == null && field.presence() == AuditField.Presence.ALWAYS) {
                faults.add(type + " lacks " + field.name());
            } else if (text != null && !field.fits(text)) {
                faults.add(type + "." + field.name() + " is '" + text + "', which is not " + wanted(field));
            }
        }
        unknown.forEach(name -> faults.add(type + " has no attribute " + name + ": add it to AuditTable"));
        return faults;
    }

    private static String wanted(AuditField field) {
        return field.form() == AuditValueType.WORD
                ? "one of " + field.words()
                : "a " + field.form().name();
    }
}
