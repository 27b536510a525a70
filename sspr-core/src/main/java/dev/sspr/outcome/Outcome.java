package dev.sspr.outcome;

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
}
