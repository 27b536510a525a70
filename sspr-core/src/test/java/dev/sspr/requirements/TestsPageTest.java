package dev.sspr.requirements;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page on where the tests are names only packages and classes that exist. */
class TestsPageTest {
    /** The rows of the tables; in the text around them, marks are ids and options too. */
    private static final String ROW = "| ";

    private static final Pattern MARKED = Pattern.compile("`([^`]+)`");

    @Test
    void page_inItsTables_namesPackagesAndClassesThatExist() throws IOException {
        Collection<String> tests = NamedIds.testClasses();
        Set<String> known = tests.stream()
                .flatMap(test -> Stream.of(test.replaceFirst("\\.?\\w+$", ""), test.replaceFirst(".*\\.", "")))
                .collect(Collectors.toSet());
        for (String line : Files.readAllLines(Path.of("docs/tests.md"))) {
            Matcher marked = MARKED.matcher(line.startsWith(ROW) ? line : "");
            while (marked.find()) {
                assertThat(known).as(line).contains(marked.group(1));
            }
        }
    }
}
