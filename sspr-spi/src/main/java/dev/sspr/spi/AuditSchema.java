package dev.sspr.spi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The attributes that events of one type have beside the common fields. The table is published ({@code
 * docs/audit-events.md}). Within one {@link #VERSION}, types, attributes and words are only added, never renamed or
 * removed.
 *
 * <p>The common fields are the same for all types: {@link AuditEvent#flow} is random bits that grant no access, {@link
 * AuditEvent#user} is the host's own id, {@link AuditEvent#source} is the text that the host gave. None is hashed. None
 * contains a login name, an address or a secret (R-LOG-2, R-LOG-3).
 *
 * @param type the type
 * @param meaning the event described in a sentence, for the reader of a log
 * @param fields its attributes, with {@code entra.activity} where Entra has a name for the event
 */
public record AuditSchema(AuditType type, String meaning, List<AuditField> fields) {
    /** The version of the table. It increases when an existing entry changes its meaning. */
    public static final int VERSION = 1;

    /** The attribute that holds the name of the same event in Entra's audit log (AUD-01 to AUD-17). */
    public static final String ENTRA = "entra.activity";

    /** Copies the list. */
    public AuditSchema {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(meaning, "meaning");
        fields = List.copyOf(fields);
    }

    /**
     * Finds the schema of a type.
     *
     * @param type any type
     * @return its schema; empty only for a type that the table lacks, which is a programming error
     */
    public static Optional<AuditSchema> of(AuditType type) {
        Objects.requireNonNull(type, "type");
        return Optional.ofNullable(AuditTable.ALL.get(type));
    }

    /**
     * Compares an event with the schema of its type.
     *
     * @param event any event
     * @return a message for each attribute that is unknown, missing or malformed, for the developer of the code that
     *     made the event; empty if the event follows the schema
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
