package dev.sspr.outcome;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * One possible outcome of a call.
 *
 * @param id stable id, such as {@code SSPR-R-015}; it is never renamed or reused
 * @param disclosure the widest audience that may see it
 * @param entra Entra's codes and names for it; empty if there are none
 */
public record Outcome(String id, Disclosure disclosure, List<String> entra) {
    /** Copies the list. */
    public Outcome {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(disclosure, "disclosure");
        entra = List.copyOf(entra);
    }

    /**
     * Returns the title.
     *
     * @param locale the language; English for languages without texts
     * @return a few words
     */
    public String title(Locale locale) {
        return Texts.of(locale).title(this);
    }

    /**
     * Returns cause and remedy, with general words in place of values.
     *
     * @param audience the reader
     * @param locale the language; English for languages without texts
     * @return the texts
     */
    public Advice advice(Audience audience, Locale locale) {
        Texts texts = Texts.of(locale);
        return texts.general(texts.advice(this, audience));
    }

    /** The widest audience that may see an outcome. */
    public enum Disclosure {
        /** Any caller: it and its texts are the same for every account and for none (R-ENUM-1). */
        ANYONE,
        /** The account owner: proven in this flow, signed in, or at the account's own address. */
        OWNER,
        /** The host's own staff and code. */
        STAFF
    }

    /** The reader of a text. */
    public enum Audience {
        /** The user who resets, registers, changes or unlocks. */
        PERSON,
        /** The administrator of the host or of its help desk. */
        ADMINISTRATOR,
        /** The author of the store, notifier or verifier. */
        ADAPTER;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A value inside a text, such as the time of the next attempt. */
    public enum Parameter {
        /** From when the same call may succeed: an {@link Instant}. */
        RETRY_AT(Instant.class, Parameter::time),
        /** From when another message may be requested: an {@link Instant}. */
        NEXT_SEND_AT(Instant.class, Parameter::time),
        /** How many wrong responses are left: an {@link Integer}. */
        TRIES_LEFT(Integer.class, (value, locale, zone) -> value.toString()),
        /** How many methods are missing: an {@link Integer}. */
        MISSING(Integer.class, (value, locale, zone) -> value.toString());

        private final Class<?> type;

        @SuppressWarnings("ImmutableEnumChecker") // a function without state
        private final Format format;

        Parameter(Class<?> type, Format format) {
            this.type = type;
            this.format = format;
        }

        private static String time(Object value, Locale locale, ZoneId zone) {
            return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                    .withLocale(locale)
                    .withZone(zone)
                    .format((Instant) value);
        }

        /** {@return the type of its values: {@link Instant} or {@link Integer}} */
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

        /** Returns its placeholder in a text. */
        String mark() {
            return "{" + name() + "}";
        }

        String shown(Object value, Locale locale, ZoneId zone) {
            return format.text(value, locale, zone);
        }

        private interface Format {
            String text(Object value, Locale locale, ZoneId zone);
        }
    }

    /**
     * Cause and remedy for one reader, in whole sentences.
     *
     * @param cause why it happened
     * @param remedy what to do now
     */
    public record Advice(String cause, String remedy) {
        /** Checks the parts. */
        public Advice {
            Objects.requireNonNull(cause, "cause");
            Objects.requireNonNull(remedy, "remedy");
        }
    }
}
