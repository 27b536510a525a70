package dev.sspr.adapter.jdbc;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another Java process that runs {@link Racer}. */
final class Node implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;

    Node(String database, String... tenant) throws IOException {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                path,
                Racer.class.getName(),
                Integer.toString(Postgres.port()),
                database));
        command.addAll(List.of(tenant));
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        out = process.inputReader(StandardCharsets.UTF_8);
    }

    void tell(String line) {
        try {
            process.outputWriter(StandardCharsets.UTF_8).write(line + "\n");
            process.outputWriter(StandardCharsets.UTF_8).flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next line that is an answer: READY, or one that begins with an equals sign. */
    String answer() {
        try {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.equals("READY") || line.startsWith("= ")) {
                    return line;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError("the other process ended");
    }

    long number() {
        return Long.parseLong(answer().substring(2));
    }

    @Override
    public void close() {
        process.destroy();
    }
}
