package dev.sspr.spi;

import java.util.List;
import java.util.Objects;

/**
 * One attribute of the events of a type.
 *
 * @param name its stable name
 * @param form the form of its text
 * @param presence whether every event of the type has it
 * @param words the allowed words; empty unless the form is {@link AuditValueType#WORD}
 * @param meaning its meaning, for the reader of a log
 */
public record AuditField(String name, AuditValueType form, Presence presence, List<String> words, String meaning) {
    /** Whether every event of the type has an attribute. */
    public enum Presence {
        /** Every event has it. */
        ALWAYS,
        /** An event has it if the value is known. */
        SOMETIMES
    }

    /**
     * Checks the form and copies the words.
     *
     * @throws IllegalArgumentException if the form is not {@code WORD} and there are words, or it is {@code WORD} and
     *     there are none
     */
    public AuditField {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(form, "form");
        Objects.requireNonNull(presence, "presence");
        words = List.copyOf(words);
        if ((form == AuditValueType.WORD) == words.isEmpty()) {
            throw new IllegalArgumentException(
                    "attribute " + name + " must list words if its form is WORD, and none otherwise");
        }
        Objects.requireNonNull(meaning, "meaning");
    }

    boolean fits(String text) {
        return form == AuditValueType.WORD ? words.contains(text) : form.fits(text);
    }
}
