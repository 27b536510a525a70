package dev.sspr.entra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every row is there once, says what became of it, and names tests that exist; the page says the same. */
class EntraRowsTest {
    private static final Path PAGE = Path.of("docs/entra-rows.md");
    private static final List<Path> SOURCES =
            List.of(Path.of("src/test/java/dev/sspr"), Path.of("../sspr-spi/src/test/java/dev/sspr"));

    /** The numbers of rows are those of the sections; a series has no gap. */
    @ParameterizedTest
    @CsvSource({"M, 32", "GATE, 15", "ADM, 13", "REG, 22", "SQ, 19", "CMB, 21", "CAM, 6", "TAP, 7", "REC, 1"})
    void rows_ofASeries_areAllThere(String series, int count) {
        List<String> expected = Stream.iterate(1, n -> n + 1)
                .limit(count)
                .map(n -> "%s-%02d".formatted(series, n))
                .toList();

        assertThat(EntraRows.summaries().keySet().stream().filter(id -> id.matches(series + "-[0-9]+")))
                .containsExactlyElementsOf(expected);
    }

    @Test
    void rows_writtenDown_areThoseThatAreKnown() {
        assertThat(EntraRows.all())
                .extracting(EntraRow::id)
                .containsExactlyElementsOf(EntraRows.summaries().keySet());
        assertThat(EntraRows.summaries().keySet()).contains("TV-SQ-1", "TV-SQ-2", "TV-SQ-3", "TV-SQ-5");
    }

    @Test
    void row_pinned_namesATest_andAnyOtherSaysWhy() {
        for (EntraRow row : EntraRows.all()) {
            assertThat(row.tests().isEmpty())
                    .as("%s has a test", row.id())
                    .isEqualTo(!row.verdict().pinned());
            assertThat(row.verdict() == EntraRow.Verdict.SAME || !row.note().isEmpty())
                    .as("%s says why", row.id())
                    .isTrue();
        }
    }

    @Test
    void test_namedByARow_exists() throws IOException {
        for (EntraRow row : EntraRows.all()) {
            for (String test : row.tests()) {
                assertThat(exists(test)).as("%s: %s", row.id(), test).isTrue();
            }
        }
    }

    @Test
    void page_besideTheCode_isGeneratedFromIt() throws IOException {
        List<String> page = EntraRows.page();
        if (Boolean.getBoolean("sspr.regenerate")) {
            Files.write(PAGE, page);
        }

        assertThat(Files.readAllLines(PAGE))
                .as("run the test with -Dsspr.regenerate=true to write the page anew")
                .isEqualTo(page);
    }

    private static boolean exists(String test) throws IOException {
        String[] parts = test.split("[$#]", -1);
        String file = parts[0].replace('.', '/') + ".java";
        Optional<Path> source = SOURCES.stream()
                .map(root -> root.resolve(file))
                .filter(Files::exists)
                .findFirst();
        if (source.isEmpty()) {
            return false;
        }
        String text = Files.readString(source.get());
        boolean nested = !test.contains("$") || declares(text, "class " + parts[1]);
        return nested && (!test.contains("#") || declares(text, "void " + parts[parts.length - 1]));
    }

    private static boolean declares(String text, String what) {
        return Pattern.compile("\\b" + Pattern.quote(what) + "\\b")
                .matcher(text)
                .find();
    }
}
