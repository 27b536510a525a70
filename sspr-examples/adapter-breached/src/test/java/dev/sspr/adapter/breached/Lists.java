package dev.sspr.adapter.breached;

import dev.sspr.spi.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Lists of SHA-1 lines. */
final class Lists {
    private Lists() {}

    static String line(byte[] sha1) {
        return HexFormat.of().formatHex(sha1).toUpperCase(Locale.ROOT);
    }

    static String line(Secret password) {
        return line(Sha1.of(password));
    }

    /** Random hashes, sorted, no two alike. */
    static Set<String> random(Random random, int count) {
        Set<String> lines = new TreeSet<>();
        byte[] sha1 = new byte[20];
        while (lines.size() < count) {
            random.nextBytes(sha1);
            lines.add(line(sha1));
        }
        return lines;
    }

    static byte[] sha1(String line) {
        return HexFormat.of().parseHex(line.substring(0, 40));
    }

    static Path write(Path file, Collection<String> lines) throws IOException {
        return Files.writeString(file, lines.stream().collect(Collectors.joining("\n", "", "\n")));
    }
}
