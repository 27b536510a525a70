package dev.sspr.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A program of the machine that the tests compare with: skipped where it is missing, unless tools are required. */
final class Tool {
    private final String name;
    private final String debianPackage;

    Tool(String name, String debianPackage) {
        this.name = name;
        this.debianPackage = debianPackage;
    }

    /** What the program prints, given a password on its standard input. */
    String print(String password, String... arguments) {
        String missing = "not compared: " + name + " is missing (Debian package " + debianPackage + ")";
        boolean there = Arrays.stream(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, name))
                .anyMatch(Files::isExecutable);
        if ("true".equals(System.getenv("SSPR_REQUIRE_TOOLS"))) {
            assertThat(there).as(missing).isTrue();
        }
        Assumptions.assumeTrue(there, missing);
        try {
            List<String> command = new ArrayList<>(List.of(name));
            command.addAll(List.of(arguments));
            Process process = new ProcessBuilder(command).start();
            process.getOutputStream().write(password.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().close();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            assertThat(process.waitFor(30, TimeUnit.SECONDS))
                    .as("%s ends", command)
                    .isTrue();
            assertThat(process.exitValue()).as("%s", command).isZero();
            return out;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
