package dev.sspr.outcome;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * One thing that can come of a call.
 *
 * @param id its stable id, such as {@code SSPR-R-015}; it is never renamed and never given to another outcome
 * @param disclosure who may be told of it at the earliest
 * @param entra the codes and names that Entra has for the same thing; empty where it has none
 */
public record Outcome(String id, Disclosure disclosure, List<String> entra) {
    /** Copies the list. */
    public Outcome {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(disclosure, "told");
        entra = List.copyOf(entra);
    }

    /**
     * What it is called.
     *
     * @param locale its language counts; English for those without texts
     * @return a few words
     */
    public String title(Locale locale) {
        return Texts.of(locale).title(this);
    }

    /**
     * Why it came to this and what to do, with general words in the place of values.
     *
     * @param audience whom the text is for
     * @param locale its language counts; English for those without texts
     * @return the texts
     */
    public Advice advice(Audience audience, Locale locale) {
        Texts texts = Texts.of(locale);
        return texts.general(texts.advice(this, audience));
    }

    /** Who may be told of an outcome at the earliest. */
    public enum Disclosure {
        /** Whoever calls: it is the same for every account and for none, in its texts too (R-ENUM-1). */
        ANYONE,
        /** The owner of an account: proven in this flow, signed in, or at the account's own address. */
        OWNER,
        /** The host's own staff and code. */
        STAFF
    }

    /** Whom a text is for. */
    public enum Audience {
        /** Who resets, registers, changes or unlocks. */
        PERSON,
        /** Who runs the host, or helps people there. */
        ADMINISTRATOR,
        /** Who wrote the store, the notifier or the verifier behind it. */
        ADAPTER;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

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

    /**
     * What one reader is told of an outcome, in whole sentences.
     *
     * @param cause why it came to this
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
