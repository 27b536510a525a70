package dev.sspr.password;

import dev.sspr.spi.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** Texts for findings in English and Dutch. For other languages, a host has the code and the parameters. */
public final class FindingText {
    private static final String DEMAND = ".demand";
    private static final String DUTCH = "nl";
    private static final Properties ENGLISH = read("findings_en.properties");
    private static final Map<String, Properties> OTHERS = Map.of(DUTCH, read("findings_nl.properties"));

    private FindingText() {}

    /**
     * Returns a whole sentence about a finding.
     *
     * @param finding a finding of the library
     * @param locale its language selects the text; a language without texts gets English
     * @return the sentence; for a host's own finding the code
     */
    public static String of(Finding finding, Locale locale) {
        return filled(finding.code(), finding, locale);
    }

    /**
     * Returns a requirement as an item of a list.
     *
     * @param requirement from {@link PasswordRules#live}
     * @param locale its language selects the text; a language without texts gets English
     * @return the requirement, without a full stop
     */
    public static String requirement(Requirement requirement, Locale locale) {
        return filled(requirement.rule().code() + DEMAND, requirement.rule(), locale);
    }

    private static String filled(String key, Finding finding, Locale locale) {
        Properties texts = OTHERS.getOrDefault(locale.getLanguage(), ENGLISH);
        String text = texts.getProperty(key, finding.code());
        for (Map.Entry<String, String> parameter : finding.parameters().entrySet()) {
            text = text.replace("{" + parameter.getKey() + "}", parameter.getValue());
        }
        return text;
    }

    private static Properties read(String resource) {
        InputStream found = FindingText.class.getResourceAsStream(resource);
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
}
