package dev.sspr.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A page of the documentation that is made from the code, and kept beside it. */
public final class Page {
    /** Set to true to write the pages anew instead of comparing them. */
    private static final String WRITE = "sspr.docs.write";

    private Page() {}

    /** Requires that the file in {@code docs} holds exactly these lines. */
    public static void isOnDisk(String name, List<String> lines) throws IOException {
        Path file = Path.of("docs", name);
        String text = String.join("\n", lines) + "\n";
        if (Boolean.getBoolean(WRITE)) {
            Files.createDirectories(Path.of("docs"));
            Files.writeString(file, text);
        }
        assertThat(Files.readString(file))
                .as("docs/%s is made from the code; write it with -D%s=true", name, WRITE)
                .isEqualTo(text);
    }
}
