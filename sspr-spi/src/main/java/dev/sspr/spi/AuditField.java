package dev.sspr.spi;

import java.util.List;
import java.util.Objects;

/**
 * One attribute that events of a type carry.
 *
 * @param name its name, stable
 * @param form what its text looks like
 * @param presence whether every event of the type carries it
 * @param words the words there are; empty unless the form is {@link AuditValueType#WORD}
 * @param meaning what it says, for the reader of a log
 */
public record AuditField(String name, AuditValueType form, Presence presence, List<String> words, String meaning) {
    /** Whether every event of a type carries an attribute. */
    public enum Presence {
        /** Every one. */
        ALWAYS,
        /** Those for which it is known. */
        SOMETIMES
    }

    /**
     * Checks the parts and copies the words.
     *
     * @throws IllegalArgumentException if words are listed for another form, or none for this one
     */
    public AuditField {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(form, "form");
        Objects.requireNonNull(presence, "presence");
        words = List.copyOf(words);
        if ((form == AuditValueType.WORD) == words.isEmpty()) {
            throw new IllegalArgumentException("attribute " + name + " lists words exactly if its form is WORD");
        }
        Objects.requireNonNull(meaning, "meaning");
    }

    boolean fits(String text) {
        return form == AuditValueType.WORD ? words.contains(text) : form.fits(text);
    }
}
