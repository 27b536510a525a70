package dev.sspr.internal.messages;

import dev.sspr.policy.MessagePolicy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The texts of all languages, with the host's name filled in once. */
final class Templates {
    /** The bundled languages. */
    static final List<String> LANGUAGES = List.of("en", "nl");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[a-z]{1,20}}");

    private final Map<Locale, Language> languages = new HashMap<>();
    private final Language fallback;

    /**
     * Reads the bundled texts and adds those of the host.
     *
     * @throws IllegalStateException if the host's texts do not fit the English ones, or its default language has no texts
     */
    Templates(Optional<String> service, MessagePolicy policy) {
        Map<String, String> english = load(LANGUAGES.get(0));
        Map<Locale, Map<String, String>> all = new HashMap<>();
        LANGUAGES.forEach(tag -> all.put(Locale.forLanguageTag(tag), load(tag)));
        policy.texts().forEach((locale, added) -> {
            Map<String, String> texts = new HashMap<>(all.getOrDefault(locale, Map.of()));
            texts.putAll(added);
            check(locale, texts, english);
            all.put(locale, texts);
        });
        all.forEach((locale, texts) -> languages.put(locale, filled(locale, texts, service)));
        Language found = languages.get(policy.language());
        if (found == null) {
            throw new IllegalStateException("messages.language: there are no texts in "
                    + policy.language().toLanguageTag() + ", add them by messages.texts");
        }
        this.fallback = found;
    }

    private static void check(Locale locale, Map<String, String> texts, Map<String, String> english) {
        TreeSet<String> missing = new TreeSet<>(english.keySet());
        missing.removeAll(texts.keySet());
        TreeSet<String> unknown = new TreeSet<>(texts.keySet());
        unknown.removeAll(english.keySet());
        String language = "messages.texts: the texts in " + locale.toLanguageTag();
        if (!missing.isEmpty() || !unknown.isEmpty()) {
            throw new IllegalStateException(language + " lack " + missing + " and have unknown keys " + unknown);
        }
        texts.forEach((key, text) -> {
            Matcher placeholders = PLACEHOLDER.matcher(text);
            while (placeholders.find()) {
                if (!english.getOrDefault(key, "").contains(placeholders.group())) {
                    throw new IllegalStateException(language + " have " + placeholders.group() + " in " + key
                            + ", which the English text does not have");
                }
            }
        });
    }

    private static Language filled(Locale locale, Map<String, String> texts, Optional<String> service) {
        String name = service.orElseGet(() -> texts.getOrDefault("service.default", ""));
        Map<String, String> filled = new HashMap<>();
        texts.forEach((key, text) -> filled.put(key, text.replace("{service}", name)));
        return new Language(locale, Map.copyOf(filled));
    }

    /** Returns the texts of the best language for a locale (RFC 4647, section 3.4), or of the default language. */
    Language language(Locale wanted) {
        Language exact = languages.get(wanted);
        if (exact != null) {
            return exact;
        }
        Locale best = Locale.lookup(List.of(new Locale.LanguageRange(wanted.toLanguageTag())), languages.keySet());
        return best == null ? fallback : languages.getOrDefault(best, fallback);
    }

    static Map<String, String> load(String language) {
        String resource = language + ".properties";
        InputStream found = Templates.class.getResourceAsStream(resource);
        if (found == null) {
            throw new IllegalStateException("sspr-core is not whole: " + resource + " is missing");
        }
        try (InputStreamReader reader = new InputStreamReader(found, StandardCharsets.UTF_8)) {
            Properties texts = new Properties();
            texts.load(reader);
            Map<String, String> all = new HashMap<>();
            texts.stringPropertyNames().forEach(key -> all.put(key, texts.getProperty(key)));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The texts of one language. */
    record Language(Locale locale, Map<String, String> texts) {
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
