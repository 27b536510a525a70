package dev.sspr;

import java.util.Objects;
import java.util.Optional;

/** One setting of the builder, set at most once. */
final class Setting<T> {
    private final String name;
    private Optional<T> value = Optional.empty();

    Setting(String name) {
        this.name = name;
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
