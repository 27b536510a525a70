package dev.sspr.internal.messages;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** The texts of the bundled security questions, in every bundled language (SQ-19). */
public final class QuestionTexts {
    private final Map<String, Map<String, String>> languages = new TreeMap<>();

    /** Reads the bundles. */
    public QuestionTexts() {
        for (String language : Templates.LANGUAGES) {
            languages.put(language, Templates.load("questions-" + language));
        }
    }

    /** Returns the ids of all questions, in a fixed order. */
    public List<String> ids() {
        return List.copyOf(new TreeSet<>(english().keySet()));
    }

    /** Returns a question in the best language for a locale, or in English; empty for an unknown id. */
    public Optional<String> text(String id, Locale locale) {
        return Optional.ofNullable(
                languages.getOrDefault(locale.getLanguage(), english()).get(id));
    }

    /** Returns a question in every language; empty for an unknown id. */
    public Collection<String> everyText(String id) {
        return languages.values().stream()
                .flatMap(texts -> Optional.ofNullable(texts.get(id)).stream())
                .toList();
    }

    private Map<String, String> english() {
        return languages.getOrDefault(Templates.LANGUAGES.get(0), Map.of());
    }
}
