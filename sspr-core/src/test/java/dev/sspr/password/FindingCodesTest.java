package dev.sspr.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever finding the library or its adapters can make has words in both languages. */
class FindingCodesTest {
    private static final List<Path> SOURCES = List.of(
            Path.of("src/main/java"),
            Path.of("../sspr-spi/src/main/java"),
            Path.of("../sspr-examples/adapter-webauthn/src/main/java"));
    private static final Pattern CODE = Pattern.compile(
            "\"((?:answer|questions|passkey|oath-csv)\\.[a-z0-9-]+)\"|(?:Finding\\.of|new Finding)\\(\\s*\"([^\"]+)\"");

    private static Set<String> used() throws IOException {
        Set<String> codes = new TreeSet<>();
        for (Path root : SOURCES) {
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(file -> read(file, codes));
            }
        }
        return codes;
    }

    private static void read(Path file, Set<String> codes) {
        try {
            Matcher found = CODE.matcher(Files.readString(file));
            while (found.find()) {
                codes.add(found.group(1) == null ? found.group(2) : found.group(1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties texts(String language) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(FindingText.class.getResourceAsStream("findings_" + language + ".properties"))) {
            Properties texts = new Properties();
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return texts;
        }
    }

    private static Set<String> places(String text) {
        return Pattern.compile("\\{[a-z]+}")
                .matcher(text)
                .results()
                .map(one -> one.group())
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "nl"})
    void code_inTheSources_hasWords(String language) throws IOException {
        assertThat(used()).hasSizeGreaterThan(30);
        assertThat(texts(language).stringPropertyNames()).containsAll(used());
    }

    @Test
    void words_ofBothLanguages_haveTheSamePlaces() throws IOException {
        Properties english = texts("en");
        Properties dutch = texts("nl");

        assertThat(dutch.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String code : english.stringPropertyNames()) {
            assertThat(places(dutch.getProperty(code))).as(code).isEqualTo(places(english.getProperty(code)));
            assertThat(dutch.getProperty(code)).as(code).isNotEqualTo(english.getProperty(code));
        }
    }

    @Test
    void words_thatNobodyUses_areNotThere() throws IOException {
        assertThat(texts("en").stringPropertyNames().stream().filter(code -> !code.startsWith("password.")))
                .allSatisfy(code -> assertThat(used()).contains(code));
    }
}
