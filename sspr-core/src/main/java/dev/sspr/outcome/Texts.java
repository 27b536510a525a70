package dev.sspr.outcome;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** The texts of one language. */
final class Texts {
    /** The available languages; the first one is the default. */
    static final List<String> LANGUAGES = List.of("en", "nl");

    private static final Texts ENGLISH = new Texts("en");
    private static final Map<String, Texts> ALL = Map.of("en", ENGLISH, "nl", new Texts("nl"));

    private final Properties texts = new Properties();

    private Texts(String language) {
        String resource = "outcomes_" + language + ".properties";
        InputStream found = Texts.class.getResourceAsStream(resource);
        if (found == null) {
            throw new IllegalStateException("sspr-core is not whole: " + resource + " is missing");
        }
        try (InputStreamReader reader = new InputStreamReader(found, StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Texts of(Locale locale) {
        return ALL.getOrDefault(locale.getLanguage(), ENGLISH);
    }

    Properties all() {
        return texts;
    }

    String title(Outcome outcome) {
        return text(outcome.id() + ".title");
    }

    /** An outcome has no text for a reader that it does not concern. */
    Outcome.Advice advice(Outcome outcome, Outcome.Audience audience) {
        String key = outcome.id() + "." + audience.key();
        String own = texts.containsKey(key + ".cause") ? key : "default." + audience.key();
        return new Outcome.Advice(text(own + ".cause"), text(own + ".remedy"));
    }

    /** Replaces unknown values by general words. */
    Outcome.Advice general(Outcome.Advice advice) {
        return new Outcome.Advice(general(advice.cause()), general(advice.remedy()));
    }

    private String general(String text) {
        String filled = text;
        for (Outcome.Parameter parameter : Outcome.Parameter.values()) {
            if (filled.contains(parameter.mark())) {
                filled = filled.replace(parameter.mark(), text("parameter." + parameter.name()));
            }
        }
        return filled;
    }

    private String text(String key) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalStateException("no text for " + key);
        }
        return text;
    }
}
