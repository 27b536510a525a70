package dev.sspr.quickstart;

import dev.sspr.spi.Secret;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Optional;

/** The real terminal, or whatever standard input and output are. */
final class ConsoleTerminal implements Terminal {
    private final PrintStream out = System.out;
    private final Optional<Console> console = terminal();
    private final BufferedReader in = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));

    @Override
    public void say(String line) {
        out.println(line);
    }

    @Override
    public Optional<String> ask(String prompt) {
        if (console.isPresent()) {
            return Optional.ofNullable(console.get().readLine("%s ", prompt));
        }
        out.print(prompt + " ");
        out.flush();
        try {
            return Optional.ofNullable(in.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Secret> askSecret(String prompt) {
        return console.isPresent()
                ? Optional.ofNullable(console.get().readPassword("%s ", prompt)).map(Secret::of)
                : ask(prompt).map(Secret::of);
    }

    /** From JDK 22 on there is a console even where there is no terminal, and a method that tells them apart. */
    @SuppressWarnings("SystemConsoleNull")
    private static Optional<Console> terminal() {
        Console found = System.console();
        if (found == null) {
            return Optional.empty();
        }
        try {
            boolean real = (boolean) Console.class.getMethod("isTerminal").invoke(found);
            return real ? Optional.of(found) : Optional.empty();
        } catch (ReflectiveOperationException e) {
            return Optional.of(found);
        }
    }
}
