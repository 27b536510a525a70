package dev.sspr.adapter.breached;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;

/**
 * How far the reading of a dump has come, in the working folder: replaced whole after each run that is safe on disk.
 *
 * @param dump which file: its size and its time
 * @param offset bytes read
 * @param line lines read
 * @param skipped blank lines and padding among them
 * @param runs how many runs are written
 */
record Journal(String dump, long offset, long line, long skipped, int runs) {
    private static final String NAME = "progress.properties";

    static String identity(Path dump) throws IOException {
        return Files.size(dump) + " bytes of " + Files.getLastModifiedTime(dump);
    }

    long entries() {
        return line - skipped;
    }

    static Journal begin(Path folder, Path dump) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(NAME);
        if (Files.notExists(file)) {
            return new Journal(identity(dump), 0, 0, 0, 0);
        }
        Properties kept = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            kept.load(in);
        }
        try {
            Journal journal = new Journal(
                    kept.getProperty("dump", ""),
                    Long.parseLong(kept.getProperty("offset", "")),
                    Long.parseLong(kept.getProperty("line", "")),
                    Long.parseLong(kept.getProperty("skipped", "")),
                    Integer.parseInt(kept.getProperty("runs", "")));
            if (!journal.dump.equals(identity(dump))) {
                throw new IOException(folder + " was begun with another list (" + journal.dump + ", this is "
                        + identity(dump) + "): delete the folder to begin anew");
            }
            return journal;
        } catch (NumberFormatException damaged) {
            throw new IOException(file + " is damaged: delete its folder to begin anew", damaged);
        }
    }

    void write(Path folder) throws IOException {
        Properties kept = new Properties();
        kept.setProperty("dump", dump);
        kept.setProperty("offset", String.valueOf(offset));
        kept.setProperty("line", String.valueOf(line));
        kept.setProperty("skipped", String.valueOf(skipped));
        kept.setProperty("runs", String.valueOf(runs));
        Path fresh = folder.resolve(NAME + ".new");
        try (Writer out = Files.newBufferedWriter(fresh)) {
            kept.store(out, null);
        }
        Files.move(fresh, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
