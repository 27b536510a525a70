package dev.sspr;

import java.util.Objects;
import java.util.Optional;

/** One setting of the builder, set at most once. */
final class Setting<T> {
    private static final int LONGEST_NAME = 64;

    private final String name;
    private Optional<T> value = Optional.empty();

    Setting(String name) {
        this.name = name;
    }

    /** Checks a name that becomes part of a key and of a message's subject. */
    static String name(String setting, String value) {
        if (value.isBlank()
                || value.length() > LONGEST_NAME
                || value.codePoints().anyMatch(Setting::odd)) {
            throw new IllegalArgumentException(setting + " must have 1 to " + LONGEST_NAME
                    + " characters, no control, format or unpaired surrogate characters and no line break");
        }
        return value;
    }

    private static boolean odd(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    void set(T newValue) {
        Objects.requireNonNull(newValue, name);
        if (value.isPresent()) {
            throw new IllegalStateException(name + " is set twice");
        }
        value = Optional.of(newValue);
    }

    Optional<T> get() {
        return value;
    }

    boolean isSet() {
        return value.isPresent();
    }

    T or(T fallback) {
        return value.orElse(fallback);
    }
}
