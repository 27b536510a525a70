package dev.sspr.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages of the modules beside this one say what is so. */
final class ModulesTest {
    private static final Path EXAMPLES = Path.of("..");
    private static final Pattern CODE = Pattern.compile("```java\n((?s:.*?))```");
    private static final Pattern COMMENT = Pattern.compile("(?m)^ *(/?\\*|//).*$");

    static List<Path> modules() throws IOException {
        try (Stream<Path> folders = Files.list(EXAMPLES)) {
            return folders.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void modules_areFound() throws IOException {
        assertThat(modules()).hasSizeGreaterThan(8);
    }

    @ParameterizedTest
    @MethodSource("modules")
    void readme_namesItsArtifact_andIsInTheIndex(Path module) throws IOException {
        String artifact = artifact(module);
        assertThat(artifact).startsWith("sspr-");
        assertThat(read(module.resolve("README.md"))).startsWith("# " + artifact + "\n");
        assertThat(read(EXAMPLES.resolve("README.md")))
                .contains(
                        "[" + module.getFileName() + "](" + module.getFileName() + "/README.md) | `" + artifact + "`");
    }

    @ParameterizedTest
    @MethodSource("modules")
    void readme_code_isCompiledInItsModule(Path module) throws IOException {
        String compiled = sources(module);
        assertThat(CODE.matcher(read(module.resolve("README.md"))).results())
                .allSatisfy(code -> assertThat(compiled).contains(squeezed(code.group(1))));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void bom_managesWhatIsPublished_andNothingElse(Path module) throws IOException {
        boolean published = !artifact(module).equals("sspr-bom")
                && !read(module.resolve("pom.xml")).contains("<maven.deploy.skip>true</maven.deploy.skip>");
        String bom = read(EXAMPLES.resolve("bom/pom.xml"));

        assertThat(bom.substring(bom.indexOf("<dependencyManagement>"))
                        .contains("<artifactId>" + artifact(module) + "</artifactId>"))
                .as(module + " in the BOM")
                .isEqualTo(published);
    }

    private static String artifact(Path module) throws IOException {
        String pom = read(module.resolve("pom.xml")).replaceAll("(?s)<parent>.*?</parent>", "");
        return pom.substring(pom.indexOf("<artifactId>") + 12, pom.indexOf("</artifactId>"));
    }

    private static String sources(Path module) throws IOException {
        if (!Files.exists(module.resolve("src"))) {
            return "";
        }
        try (Stream<Path> files = Files.walk(module.resolve("src"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(ModulesTest::read)
                    .map(text -> squeezed(COMMENT.matcher(text).replaceAll("")))
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String squeezed(String code) {
        return code.replaceAll("\\s", "");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
