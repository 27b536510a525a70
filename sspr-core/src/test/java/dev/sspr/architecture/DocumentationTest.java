package dev.sspr.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExportsTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each public or protected element of an exported package is documented, with all its parameters and its result. */
class DocumentationTest {
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    private static MissingDocs check(Iterable<? extends JavaFileObject> sources) throws IOException {
        JavacTask task = (JavacTask) COMPILER.getTask(null, null, null, List.of("-proc:none"), null, sources);
        List<CompilationUnitTree> parsed = new ArrayList<>();
        task.parse().forEach(parsed::add);
        Set<String> exported = parsed.stream()
                .filter(unit -> unit.getModule() != null)
                .flatMap(unit -> unit.getModule().getDirectives().stream())
                .filter(ExportsTree.class::isInstance)
                .map(exports -> ((ExportsTree) exports).getPackageName().toString())
                .collect(Collectors.toSet());
        MissingDocs missing = new MissingDocs(DocTrees.instance(task));
        parsed.stream()
                .filter(unit -> unit.getModule() == null)
                .filter(unit -> exported.contains(unit.getPackageName().toString()))
                .forEach(missing::check);
        return missing;
    }

    @ParameterizedTest
    @ValueSource(strings = {"../sspr-spi/src/main/java", "src/main/java"})
    void exportedPackages_areDocumented(String root) throws IOException {
        try (StandardJavaFileManager files = COMPILER.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            List<Path> sources = Classes.sources(Path.of(root));
            MissingDocs missing = check(files.getJavaFileObjectsFromPaths(sources));

            assertThat(missing.visited()).isGreaterThan(500);
            assertThat(missing.faults()).isEmpty();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Test
    void gaps_inASource_areReported() throws IOException {
        List<JavaFileObject> sources = List.of(
                source("module-info", "module sample { exports sample; }"),
                source("Sample", """
                        package sample;
                        /** A type. */
                        public interface Sample<T> {
                            int LIMIT = 1;
                            /**
                             * A method.
                             *
                             * @param one the first
                             */
                            <R> R run(int one, int two);
                            /** {@return a number} */
                            int documented();
                            /**
                             * A record.
                             *
                             * @param first the first part
                             */
                            record Pair(int first, int second) {
                                /** Checks the parts. */
                                public Pair {}
                                @Override
                                public String toString() { return ""; }
                                private void hidden() {}
                            }
                            enum Way { UP }
                            /** A class. */
                            class Open {}
                        }
                        """),
                source("Hidden", "package sample; class Hidden { public int open() { return 0; } }"),
                source("Inner", "package sample.internal; public class Inner {}"));

        assertThat(check(sources).faults())
                .containsExactlyInAnyOrder(
                        "Sample: no @param <T>",
                        "Sample.LIMIT: no comment",
                        "Sample.run: no @param two",
                        "Sample.run: no @param <R>",
                        "Sample.run: no @return",
                        "Sample.Pair: no @param second",
                        "Sample.Way: no comment",
                        "Sample.Way.UP: no comment",
                        "Sample.Open: no documented constructor");
    }

    private static JavaFileObject source(String name, String text) {
        return new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }
}
