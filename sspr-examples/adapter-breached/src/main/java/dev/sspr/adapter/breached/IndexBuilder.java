package dev.sspr.adapter.breached;

import dev.sspr.adapter.breached.BuildProgress.Phase;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns the published list of SHA-1 lines into an index: reads it once, in any order, sorts parts of it in the heap, and
 * merges them.
 *
 * <p>It works in a folder beside the index ({@code NAME.building}), which takes 11 bytes for each line and is deleted in
 * the end. Interrupted and called again, it goes on behind the last part that is whole. The index appears under its name
 * when it is complete, and not before.
 *
 * <p>Heap: 100 MB for a part of 8 million hashes, and 0.1 MB for each part while they are merged.
 */
public final class IndexBuilder {
    /** So many places for each entry make one in 220 strangers found, and leave room for updates up to one in 200. */
    static final long PLACES = 220;

    private static final int PART = 8_000_000;

    private final IndexForm form;
    private final BuildProgress progress;
    private final int part;

    private IndexBuilder(IndexForm form, BuildProgress progress, int part) {
        this.form = form;
        this.progress = progress;
        this.part = part;
    }

    /**
     * A builder.
     *
     * @param form what new indexes keep
     * @return a builder that says nothing
     */
    public static IndexBuilder of(IndexForm form) {
        return new IndexBuilder(form, (phase, done, total) -> {}, PART);
    }

    /**
     * The same, telling how far it is.
     *
     * @param listener who hears it
     * @return another builder
     */
    public IndexBuilder reporting(BuildProgress listener) {
        return new IndexBuilder(form, listener, part);
    }

    IndexBuilder inPartsOf(int hashes) {
        return new IndexBuilder(form, progress, hashes);
    }

    /**
     * Builds an index.
     *
     * @param dump the list: a line for each hash, 40 hexadecimal digits, with or without a colon and a count
     * @param index where it goes; a file of this name is replaced
     * @throws IOException if a line is malformed, the list is empty, or a file cannot be read or written; the message
     *     says which
     */
    public void build(Path dump, Path index) throws IOException {
        Path folder = folder(index);
        Journal journal = read(dump, folder);
        long places = form == IndexForm.APPROXIMATE ? Math.multiplyExact(PLACES, journal.entries()) : 0;
        List<Entries> sources = runs(folder, journal, places);
        write(sources, form, places, journal.entries(), index, folder);
    }

    /**
     * Adds a newer list to an index; what was in it stays. The form stays as well.
     *
     * @param index what was built before; replaced when the new one is complete
     * @param dump the newer list
     * @throws IOException as above; or if an approximate index would find more than one stranger in 200, and must be
     *     built anew from the whole list
     */
    public void update(Path index, Path dump) throws IOException {
        IndexFile old = IndexFile.open(index);
        IndexHeader header = old.header();
        Path folder = folder(index);
        Journal journal = read(dump, folder);
        List<Entries> sources = runs(folder, journal, header.places());
        sources.add(old.entries());
        write(sources, header.form(), header.places(), journal.entries() + header.entries(), index, folder);
    }

    private static Path folder(Path index) {
        return index.resolveSibling(index.getFileName() + ".building");
    }

    private Journal read(Path dump, Path folder) throws IOException {
        long size = Files.size(dump);
        Journal journal = Journal.begin(folder, dump);
        EntryBuffer buffer = new EntryBuffer((int) Math.min(part, size / 40 + 1));
        try (Dump lines = Dump.open(dump, journal.offset(), journal.line(), journal.skipped())) {
            boolean more = true;
            while (more) {
                buffer.clear();
                while (!buffer.isFull() && (more = lines.next())) {
                    buffer.add(lines.high, lines.low);
                    if ((lines.line() & 0xfffff) == 0) {
                        progress.at(Phase.READING, lines.offset(), size);
                    }
                }
                int runs = journal.runs();
                if (buffer.size() > 0) {
                    buffer.sort();
                    Run.write(run(folder, runs++), buffer);
                }
                journal = new Journal(journal.dump(), lines.offset(), lines.line(), lines.skipped(), runs);
                journal.write(folder);
            }
        } catch (IOException failed) {
            throw new IOException(dump + ": " + failed.getMessage(), failed);
        }
        if (journal.entries() == 0) {
            throw new IOException(dump + ": it has no hash");
        }
        progress.at(Phase.READING, size, size);
        return journal;
    }

    private static Path run(Path folder, int number) {
        return folder.resolve("part-" + number);
    }

    private static List<Entries> runs(Path folder, Journal journal, long places) throws IOException {
        List<Entries> runs = new ArrayList<>();
        for (int i = 0; i < journal.runs(); i++) {
            Run run = Run.open(run(folder, i));
            runs.add(places == 0 ? run : new PlacedEntries(run, places));
        }
        return runs;
    }

    private void write(List<Entries> sources, IndexForm kept, long places, long most, Path index, Path folder)
            throws IOException {
        Path fresh = folder.resolve("index");
        try (Entries merged = new MergedEntries(sources);
                FileChannel out = FileChannel.open(
                        fresh,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            IndexWriter writer = new IndexWriter(out, kept, new SecureRandom().nextLong(), places);
            IndexHeader header = writer.write(merged, done -> progress.at(Phase.WRITING, done, most));
            if (header.places() > 0 && header.places() / 200 < header.entries()) {
                delete(folder);
                throw new IOException(index + ": with " + header.entries() + " hashes on " + places
                        + " places it would find more than one stranger in 200; build it anew from the whole list");
            }
            progress.at(Phase.WRITING, header.entries(), header.entries());
        }
        IndexFile.open(fresh);
        Files.move(fresh, index, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        delete(folder);
    }

    private static void delete(Path folder) throws IOException {
        List<Path> files;
        try (var all = Files.list(folder)) {
            files = all.toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
        Files.delete(folder);
    }
}
