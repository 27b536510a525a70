package dev.sspr.spi.race;

import dev.sspr.spi.kit.TwoProcesses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** One side of a race for files: who creates one has won it. */
public final class FileRace {
    private FileRace() {}

    public static void main(String[] args) {
        Path directory = Path.of(args[0]);
        int rounds = Integer.parseInt(args[1]);
        TwoProcesses.side(() -> {
            long won = 0;
            for (int round = 0; round < rounds; round++) {
                won += create(directory.resolve("round-" + round)) ? 1 : 0;
            }
            return Map.of("won", won, "sides that ran", 1L);
        });
    }

    private static boolean create(Path file) {
        try {
            Path unused = Files.createFile(file);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
