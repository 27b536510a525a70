package dev.sspr.spi.kit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs the two sides of a race in two processes, for stores that several nodes share (R-RACE-1).
 *
 * <p>A test prepares the backend and calls {@link #race}; each side is a public class whose {@code main} opens the store
 * from its arguments and calls {@link #side}, as in
 *
 * <pre>{@code
 * public static void main(String[] args) {
 *     FlowStore store = MyFlowStore.open(args[0]);
 *     TwoProcesses.side(() -> StoreRaces.replaceFlows(store, 42, 1000, 8));
 * }
 * }</pre>
 */
public final class TwoProcesses {
    private static final String READY = "sspr-kit ready";
    private static final String GO = "sspr-kit go";
    private static final String COUNT = "sspr-kit count ";
    private static final String DONE = "sspr-kit done";

    private TwoProcesses() {}

    /**
     * Runs a class in two new processes with this one's class path, starts both at the same moment, and adds up their
     * counts.
     *
     * @param main the class with the {@code main} method
     * @param seconds the time limit, 1 or more
     * @param arguments the arguments of both
     * @return the sums, by name
     * @throws AssertionError if a side fails or the time limit passes; both processes have ended then
     */
    public static Map<String, Long> race(Class<?> main, int seconds, String... arguments) {
        List<Process> sides = new ArrayList<>();
        try {
            for (int i = 0; i < 2; i++) {
                sides.add(start(main, arguments));
            }
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
            List<BufferedReader> outputs =
                    sides.stream().map(TwoProcesses::output).toList();
            for (BufferedReader output : outputs) {
                within(end, () -> linesUntil(output, READY));
            }
            for (Process side : sides) {
                side.getOutputStream().write((GO + "\n").getBytes(StandardCharsets.UTF_8));
                side.getOutputStream().flush();
            }
            Map<String, Long> sums = new TreeMap<>();
            for (BufferedReader output : outputs) {
                for (String line : within(end, () -> linesUntil(output, DONE))) {
                    if (line.startsWith(COUNT)) {
                        String[] parts = line.substring(COUNT.length()).split(" ", 2);
                        sums.merge(parts[1], Long.parseLong(parts[0]), Long::sum);
                    }
                }
            }
            return sums;
        } catch (IOException e) {
            throw new AssertionError("cannot run " + main.getName() + " in a process of its own", e);
        } finally {
            sides.forEach(Process::destroyForcibly);
        }
    }

    /**
     * Runs one side: reports that it is ready, waits for the other, does its work and reports its counts. The last call
     * of {@code main}.
     *
     * @param work returns counts by name; names have no line ends
     * @throws IllegalStateException if the work throws
     */
    public static void side(Callable<Map<String, Long>> work) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        out.println(READY);
        try {
            List<String> unused = linesUntil(in, GO);
            work.call().forEach((name, count) -> out.println(COUNT + count + " " + name));
        } catch (Exception e) {
            throw new IllegalStateException("a side of a race failed", e);
        }
        out.println(DONE);
    }

    private static Process start(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName()));
        command.addAll(Arrays.asList(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static BufferedReader output(Process side) {
        return new BufferedReader(new InputStreamReader(side.getInputStream(), StandardCharsets.UTF_8));
    }

    private static List<String> linesUntil(BufferedReader reader, String last) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.equals(last)) {
                return lines;
            }
            lines.add(line);
        }
        throw new IOException("a side ended before '" + last + "', after: " + String.join("\n", lines));
    }

    private static List<String> within(long end, Callable<List<String>> reading) {
        CompletableFuture<List<String>> lines = new CompletableFuture<>();
        Thread reader = new Thread(() -> {
            try {
                lines.complete(reading.call());
            } catch (Exception e) {
                lines.completeExceptionally(e);
            }
        });
        reader.setDaemon(true);
        reader.start();
        try {
            return lines.get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError(
                    "a side of the race failed: " + e.getCause().getMessage(), e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("a side of the race took too long", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("the race was interrupted", e);
        }
    }
}
