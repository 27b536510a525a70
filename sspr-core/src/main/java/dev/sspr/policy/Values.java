package dev.sspr.policy;

import dev.sspr.internal.bounds.Bounds;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The values of a policy that has too many settings for a constructor. Immutable, and equal by value. */
final class Values {
    private final Map<Property<?>, Object> values;

    /** No values. */
    Values() {
        this(Map.of());
    }

    private Values(Map<Property<?>, Object> values) {
        this.values = values;
    }

    /** {@return the value of a setting} */
    @SuppressWarnings("unchecked") // with() is the only writer, and it takes the type of the property
    <T> T get(Property<T> property) {
        return (T) Objects.requireNonNull(values.get(property), property.name);
    }

    /** {@return a copy with another value of one setting, if that is within its bounds} */
    <T> Values with(Property<T> property, T value) {
        Map<Property<?>, Object> copy = new LinkedHashMap<>(values);
        copy.put(property, property.check.apply(Objects.requireNonNull(value, property.name)));
        return new Values(copy);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Values that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.entrySet().stream()
                .map(entry -> entry.getKey().name + '=' + entry.getValue())
                .collect(Collectors.joining(", ", "[", "]"));
    }

    /** One setting: its name in messages, and its bounds. */
    static final class Property<T> {
        private final String name;
        private final UnaryOperator<T> check;

        /** A setting whose check returns the value to keep, or throws. */
        Property(String name, UnaryOperator<T> check) {
            this.name = name;
            this.check = check;
        }

        static Property<Integer> number(String name, int least, int most) {
            return new Property<>(name, value -> {
                Bounds.within(name, value, least, most);
                return value;
            });
        }

        static Property<Duration> time(String name, Duration least, Duration most) {
            return new Property<>(name, value -> {
                Bounds.within(name, value, least, most);
                return value;
            });
        }
    }
}
