package dev.sspr.outcome;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Objects;

/** A value inside a text, such as the time to come back. */
public enum Parameter {
    /** From when the same call may succeed: an {@link Instant}. */
    RETRY_AT(Instant.class),
    /** From when another message may be asked for: an {@link Instant}. */
    NEXT_SEND_AT(Instant.class),
    /** How many wrong responses are left: an {@link Integer}. */
    TRIES_LEFT(Integer.class),
    /** How many methods are missing: an {@link Integer}. */
    MISSING(Integer.class);

    private final Class<?> type;

    Parameter(Class<?> type) {
        this.type = type;
    }

    /**
     * What its values are.
     *
     * @return {@link Instant} or {@link Integer}
     */
    public Class<?> type() {
        return type;
    }

    Object checked(Object value) {
        if (!type.isInstance(Objects.requireNonNull(value, "value"))) {
            throw new IllegalArgumentException(this + " is a " + type.getSimpleName() + ", not a "
                    + value.getClass().getSimpleName());
        }
        return value;
    }

    /** What stands for it in a text. */
    String mark() {
        return "{" + name() + "}";
    }

    String shown(Object value, Locale locale, ZoneId zone) {
        return value instanceof Instant at
                ? DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(locale)
                        .withZone(zone)
                        .format(at)
                : value.toString();
    }
}
