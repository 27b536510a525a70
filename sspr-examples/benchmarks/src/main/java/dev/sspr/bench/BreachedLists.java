package dev.sspr.bench;

import dev.sspr.adapter.breached.BreachIndex;
import dev.sspr.adapter.breached.IndexBuilder;
import dev.sspr.adapter.breached.IndexForm;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/** The index of breached passwords: size, building, look-ups, strangers found. */
public final class BreachedLists {
    private static final int ASKED = 1_000_000;
    private static final int PASSES = 5;

    private BreachedLists() {}

    /**
     * Measures a list of any size, such as 100 million lines with {@code -Xmx512m}.
     *
     * @param args how many lines, and a folder with room for 80 bytes for each
     * @throws IOException if the folder has not
     */
    public static void main(String[] args) throws IOException {
        Summary summary = new Summary();
        measure(Integer.parseInt(args[0]), Path.of(args[1]), summary);
        System.out.print(summary);
    }

    static void measure(int lines, Path folder, Summary summary) throws IOException {
        Files.createDirectories(folder);
        Path list = folder.resolve("list");
        Path index = folder.resolve("index");
        write(list, lines);
        double built = build(IndexForm.EXACT, list, index);
        double exactBytes = Files.size(index) / (double) lines;
        BreachIndex exact = BreachIndex.open(index);
        double exactNanos = lookUps(exact, lines);
        if (strangers(exact) > 0) {
            throw new IllegalStateException("a stranger was found in an exact index");
        }
        double builtApproximate = build(IndexForm.APPROXIMATE, list, index);
        double bits = Files.size(index) * 8.0 / lines;
        BreachIndex approximate = BreachIndex.open(index);
        double nanos = lookUps(approximate, lines);
        double percent = 100.0 * strangers(approximate) / ASKED;
        summary.add("breachedExactBytes", exactBytes, "B", 12, Map.of("entries", (double) lines));
        summary.add("breachedApproxBits", bits, "bit", 10, Map.of("entries", (double) lines));
        summary.add("breachedFalsePositives", percent, "%", 0.5, Map.of());
        summary.add("breachedLookup", exactNanos, "ns CPU", 1000, Map.of("approximateNs", nanos));
        summary.add("breachedBuild", built, "us CPU a line", 1, Map.of("approximateUs", builtApproximate));
        Files.delete(index);
        Files.delete(list);
        Files.delete(folder);
    }

    /** The n-th hash of the list, or of the strangers behind it: mixed as in SplittableRandom. */
    private static byte[] hash(long n) {
        ByteBuffer hash = ByteBuffer.allocate(24);
        for (int i = 0; i < 3; i++) {
            long mixed = (3 * n + i) * 0x9e3779b97f4a7c15L;
            mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
            mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
            hash.putLong(mixed ^ (mixed >>> 31));
        }
        byte[] sha1 = new byte[20];
        hash.flip().get(sha1);
        return sha1;
    }

    private static void write(Path list, int lines) throws IOException {
        HexFormat hex = HexFormat.of().withUpperCase();
        StringBuilder part = new StringBuilder();
        try (OutputStream out = Files.newOutputStream(list)) {
            for (int i = 0; i < lines; i++) {
                part.append(hex.formatHex(hash(i))).append(":1\r\n");
                if (i % 10_000 == 9_999 || i == lines - 1) {
                    out.write(part.toString().getBytes(StandardCharsets.US_ASCII));
                    part.setLength(0);
                }
            }
        }
    }

    private static double build(IndexForm form, Path list, Path index) throws IOException {
        long lines = Files.size(list) / 44;
        long wall = System.nanoTime();
        long cpu = cpu();
        IndexBuilder.of(form).build(list, index);
        double used = (cpu() - cpu) / 1e3 / lines;
        System.out.printf(
                Locale.ROOT,
                "%s: %d lines built in %.1f s, %.1f s CPU%n",
                form,
                lines,
                (System.nanoTime() - wall) / 1e9,
                used * lines / 1e6);
        return used;
    }

    /** Half of them in the list; the least of several passes. */
    private static double lookUps(BreachIndex index, int lines) {
        byte[][] asked = new byte[ASKED][];
        for (int i = 0; i < ASKED; i++) {
            asked[i] = hash(i % 2 == 0 ? i * 2654435761L % lines : 1_000_000_000_000L + i);
        }
        double least = Double.MAX_VALUE;
        for (int pass = 0; pass < PASSES; pass++) {
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            long wall = System.nanoTime();
            int found = 0;
            for (byte[] sha1 : asked) {
                found += index.contains(sha1) ? 1 : 0;
            }
            double nanos = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / (double) ASKED;
            System.out.printf(
                    Locale.ROOT,
                    "%s: %d found, %.0f ns CPU, %.0f ns a look-up%n",
                    index.form(),
                    found,
                    nanos,
                    (System.nanoTime() - wall) / (double) ASKED);
            least = Math.min(least, nanos);
        }
        return least;
    }

    private static int strangers(BreachIndex index) {
        int found = 0;
        for (int i = 0; i < ASKED; i++) {
            found += index.contains(hash(2_000_000_000_000L + i)) ? 1 : 0;
        }
        return found;
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
