package dev.sspr.outcome;

import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * An outcome that came of a call, with the values that its texts speak of.
 *
 * @param outcome the outcome
 * @param values the values that the result had, each of its parameter's type
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
     * Why it came to this and what to do.
     *
     * @param audience whom the text is for
     * @param locale its language and its way to write a time; English for those without texts
     * @param zone where the reader's clock is
     * @return the texts with the values in their places
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
