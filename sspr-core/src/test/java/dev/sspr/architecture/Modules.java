package dev.sspr.architecture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Module descriptors as they were compiled. */
public final class Modules {
    private Modules() {}

    /** The packages that this module exports. */
    public static List<String> exported() {
        return read(Path.of("target/classes/module-info.class")).exports().stream()
                .map(ModuleDescriptor.Exports::source)
                .toList();
    }

    static ModuleDescriptor read(Path descriptor) {
        try (InputStream bytes = Files.newInputStream(descriptor)) {
            return ModuleDescriptor.read(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
