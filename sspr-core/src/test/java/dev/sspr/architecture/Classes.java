package dev.sspr.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.sspr.Sspr;
import dev.sspr.spi.FlowStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** What the two jars hold: their classes, and the sources of this module. */
public final class Classes {
    private static final JavaClasses MAIN =
            new ClassFileImporter().importUrls(List.of(locationOf(Sspr.class), locationOf(FlowStore.class)));

    private Classes() {}

    /** A folder while the module is built, a jar when it is packaged. */
    private static URL locationOf(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }

    /** The classes of sspr-spi and sspr-core, without tests. */
    public static JavaClasses main() {
        return MAIN;
    }

    /** The public types of packages. */
    public static List<Class<?>> exported(String... packages) {
        Set<String> wanted = Set.of(packages);
        return MAIN.stream()
                .filter(type -> wanted.contains(type.getPackageName()))
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .<Class<?>>map(JavaClass::reflect)
                .toList();
    }

    /** The source files of this module's main code. */
    static List<Path> sources() {
        return sources(Path.of("src/main/java"));
    }

    /** The source files of all modules, with their tests. */
    static List<Path> allSources() {
        Path made = Path.of("target");
        return sources(Path.of("..")).stream()
                .filter(source -> Stream.iterate(source, Objects::nonNull, Path::getParent)
                        .noneMatch(part -> part.endsWith(made)))
                .toList();
    }

    /** The source files below a directory. */
    static List<Path> sources(Path below) {
        try (Stream<Path> all = Files.walk(below)) {
            return all.filter(path -> path.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
