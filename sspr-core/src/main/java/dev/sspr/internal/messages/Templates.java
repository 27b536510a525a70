package dev.sspr.internal.messages;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** The bundled texts of all languages, with the host's name filled in once. */
final class Templates {
    /** The bundled languages. The first one is the default. */
    static final List<String> LANGUAGES = List.of("en", "nl");

    private final Map<String, Language> languages = new HashMap<>();
    private final Language fallback;

    Templates(String service) {
        for (String language : LANGUAGES) {
            languages.put(language, read(language, service));
        }
        this.fallback = languages.getOrDefault(LANGUAGES.get(0), new Language(Map.of()));
    }

    Language language(Locale locale) {
        return languages.getOrDefault(locale.getLanguage(), fallback);
    }

    private static Language read(String language, String service) {
        Properties texts = load(language);
        Map<String, String> filled = new HashMap<>();
        for (String key : texts.stringPropertyNames()) {
            filled.put(key, texts.getProperty(key).replace("{service}", service));
        }
        return new Language(Map.copyOf(filled));
    }

    static Properties load(String language) {
        String resource = language + ".properties";
        InputStream found = Templates.class.getResourceAsStream(resource);
        if (found == null) {
            throw new IllegalStateException("sspr-core is not whole: " + resource + " is missing");
        }
        try (InputStreamReader reader = new InputStreamReader(found, StandardCharsets.UTF_8)) {
            Properties texts = new Properties();
            texts.load(reader);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The texts of one language. */
    record Language(Map<String, String> texts) {
        String text(String key) {
            String text = texts.get(key);
            if (text == null) {
                throw new IllegalStateException("no text for " + key);
            }
            return text;
        }

        String text(String key, String name, String value) {
            return text(key).replace("{" + name + "}", value);
        }
    }
}
