package dev.sspr.outcome;

import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * An outcome of a call, with the values that its texts mention.
 *
 * @param outcome the outcome
 * @param values the values of the result, each of its parameter's type
 */
public record OccurredOutcome(Outcome outcome, Map<Outcome.Parameter, Object> values) {
    /**
     * Checks the values and copies them.
     *
     * @throws IllegalArgumentException if a value is not of its parameter's type
     */
    public OccurredOutcome {
        Objects.requireNonNull(outcome, "outcome");
        EnumMap<Outcome.Parameter, Object> checked = new EnumMap<>(Outcome.Parameter.class);
        values.forEach((parameter, value) -> checked.put(parameter, parameter.checked(value)));
        values = Map.copyOf(checked);
    }

    /**
     * Returns cause and remedy, with the values.
     *
     * @param audience the reader
     * @param locale language and time format; English for languages without texts
     * @param zone the reader's time zone
     * @return the texts
     */
    public Outcome.Advice advice(Outcome.Audience audience, Locale locale, ZoneId zone) {
        Texts texts = Texts.of(locale);
        Outcome.Advice raw = texts.advice(outcome, audience);
        return texts.general(new Outcome.Advice(filled(raw.cause(), locale, zone), filled(raw.remedy(), locale, zone)));
    }

    private String filled(String text, Locale locale, ZoneId zone) {
        String filled = text;
        for (Map.Entry<Outcome.Parameter, Object> value : values.entrySet()) {
            filled = filled.replace(value.getKey().mark(), value.getKey().shown(value.getValue(), locale, zone));
        }
        return filled;
    }
}
