package dev.sspr.password;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bundled list of common passwords, as sorted 64-bit hashes of their folded form; compared whole (R-PWD-5). */
final class Blocklist {
    private static final Blocklist BUNDLED = read("common-passwords.txt");

    private final long[] hashes;

    private Blocklist(long[] hashes) {
        this.hashes = hashes;
    }

    static Blocklist bundled() {
        return BUNDLED;
    }

    boolean contains(Folded password) {
        return Arrays.binarySearch(hashes, password.hash(password.length())) >= 0;
    }

    int size() {
        return hashes.length;
    }

    private static Blocklist read(String resource) {
        InputStream found = Blocklist.class.getResourceAsStream(resource);
        if (found == null) {
            throw new IllegalStateException("sspr-core is not whole: " + resource + " is missing");
        }
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(found, StandardCharsets.UTF_8))) {
            return new Blocklist(lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> Folded.of(line.toCharArray()))
                    .mapToLong(folded -> folded.hash(folded.length()))
                    .sorted()
                    .distinct()
                    .toArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
