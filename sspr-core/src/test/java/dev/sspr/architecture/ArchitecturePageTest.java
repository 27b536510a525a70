package dev.sspr.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page on the architecture agrees with the code. */
class ArchitecturePageTest {
    private static final Pattern FILE = Pattern.compile("([\\w-]+)\\.java\\b");
    private static final Pattern PACKAGE = Pattern.compile("\\bdev\\.sspr(?:\\.[a-z]+)*\\b");
    private static final Pattern OPERATION = Pattern.compile("(?m)^### .*: (\\d+) files\n((?s:.*?))(?=^##)");
    private static final Pattern ITEM = Pattern.compile("(?m)^(\\d+)\\. `(\\w+)\\.java`$");

    private String page = "";

    @BeforeEach
    void read() throws IOException {
        page = Files.readString(Path.of("docs/architecture.md"));
    }

    @Test
    void files_exist() {
        assertThat(FILE.matcher(page).results().map(it -> it.group(1)).toList())
                .isNotEmpty()
                .isSubsetOf(texts().keySet());
    }

    @Test
    void packages_exist() {
        assertThat(PACKAGE.matcher(page).results().map(MatchResult::group).toList())
                .isSubsetOf(
                        Classes.main().stream().map(JavaClass::getPackageName).collect(Collectors.toSet()));
    }

    @Test
    void plan_isTheOneThatIsEnforced() {
        String plan = page.substring(page.indexOf("```\ndev.sspr "), page.indexOf("To find the place of a type"));

        assertThat(PACKAGE.matcher(plan).results().map(MatchResult::group).toList())
                .isEqualTo(ArchitectureTest.PLAN);
    }

    @Test
    void counts_areTheLengthsOfTheLists() {
        List<MatchResult> operations = OPERATION.matcher(page).results().toList();

        assertThat(operations).hasSize(5).allSatisfy(operation -> {
            int count = Integer.parseInt(operation.group(1));
            List<MatchResult> items = ITEM.matcher(operation.group(2)).results().toList();
            assertThat(items.stream().map(it -> Integer.valueOf(it.group(1))))
                    .isEqualTo(IntStream.rangeClosed(1, count).boxed().toList());
            assertThat(items.stream().map(it -> it.group(2))).doesNotHaveDuplicates();
        });
    }

    /** A reader comes to a file from one above it, or opens it because it implements or uses one above it. */
    @Test
    void lists_areWaysThroughTheCode() {
        Map<String, String> texts = texts();
        List<String> unreachable = new ArrayList<>();
        for (MatchResult operation : OPERATION.matcher(page).results().toList()) {
            List<String> names = ITEM.matcher(operation.group(2))
                    .results()
                    .map(it -> it.group(2))
                    .toList();
            for (int i = 1; i < names.size(); i++) {
                String name = names.get(i);
                boolean reached = names.subList(0, i).stream()
                        .anyMatch(above -> names(texts, above, name) || names(texts, name, above));
                if (!reached) {
                    unreachable.add(operation.group().lines().findFirst().orElseThrow() + ": " + name);
                }
            }
        }

        assertThat(unreachable).isEmpty();
    }

    private static boolean names(Map<String, String> texts, String from, String to) {
        return Pattern.compile("\\b" + to + "\\b")
                .matcher(texts.getOrDefault(from, ""))
                .find();
    }

    /** The sources by the name of the file; main code of this module comes first. */
    private static Map<String, String> texts() {
        Map<String, String> texts = new HashMap<>();
        Stream.concat(Classes.sources().stream(), Classes.allSources().stream())
                .forEach(source ->
                        texts.putIfAbsent(source.getFileName().toString().replace(".java", ""), Classes.read(source)));
        return texts;
    }
}
