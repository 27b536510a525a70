package dev.sspr.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.Sspr;
import dev.sspr.spi.UserStore;
import jakarta.validation.Constraint;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;

/** A host that is a module of its own compiles and runs against the exported packages alone. */
@Tag("F2-H12")
class ModularHostTest {
    private static final Path SOURCES = Path.of("src/test/resources/dev/sspr/host/modular");
    private static final Path[] MODULE_PATH = Stream.of(
                    Sspr.class,
                    UserStore.class,
                    Logger.class,
                    BouncyCastleProvider.class,
                    NullMarked.class,
                    Constraint.class)
            .map(ModularHostTest::locationOf)
            .toArray(Path[]::new);

    @TempDir
    private Path work;

    private static Path locationOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Compiles the module, with one line of the host replaced; returns what the compiler reports. */
    private String compiled(String line, String replacement) {
        try {
            Path sources = Files.createDirectory(work.resolve("sources"));
            for (String name : List.of("module-info", "Host")) {
                String text = Files.readString(SOURCES.resolve(name + ".txt")).replace(line, replacement);
                Files.writeString(sources.resolve(name + ".java"), text);
            }
            JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
            StringWriter report = new StringWriter();
            String path =
                    Arrays.stream(MODULE_PATH).map(Path::toString).collect(Collectors.joining(File.pathSeparator));
            try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
                boolean done = compiler.getTask(
                                report,
                                files,
                                null,
                                List.of(
                                        "--module-path",
                                        path,
                                        "-proc:none",
                                        "-d",
                                        work.resolve("classes").toString()),
                                null,
                                files.getJavaFileObjects(
                                        sources.resolve("module-info.java"), sources.resolve("Host.java")))
                        .call();
                return done ? "" : report.toString();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void host_runsAsAModule() throws Exception {
        assertThat(compiled("", "")).isEmpty();

        ModuleFinder finder =
                ModuleFinder.compose(ModuleFinder.of(work.resolve("classes")), ModuleFinder.of(MODULE_PATH));
        Configuration resolved =
                ModuleLayer.boot().configuration().resolve(finder, ModuleFinder.of(), Set.of("host.example"));
        ClassLoader loader = ModuleLayer.boot()
                .defineModulesWithOneLoader(resolved, ClassLoader.getPlatformClassLoader())
                .findLoader("host.example");
        Object host = loader.loadClass("host.example.Host").getConstructor().newInstance();

        assertThat(((Callable<?>) host).call()).isEqualTo("started refused");
    }

    @Test
    void host_thatReachesForAHiddenPackage_doesNotCompile() {
        assertThat(compiled("import dev.sspr.Sspr;", "import dev.sspr.Sspr; import dev.sspr.internal.secret.Token;"))
                .contains("dev.sspr.internal.secret");
    }
}
