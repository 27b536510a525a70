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
import org.jspecify.annotations.Nullable;

/** The real terminal, or whatever standard input and output are. */
final class ConsoleTerminal implements Terminal {
    private final PrintStream out = System.out;
    private final @Nullable Console console = System.console();
    private final BufferedReader in = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));

    @Override
    public void say(String line) {
        out.println(line);
    }

    @Override
    public Optional<String> ask(String prompt) {
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
        if (console == null) {
            return ask(prompt).map(Secret::of);
        }
        return Optional.ofNullable(console.readPassword("%s ", prompt)).map(Secret::of);
    }
}
