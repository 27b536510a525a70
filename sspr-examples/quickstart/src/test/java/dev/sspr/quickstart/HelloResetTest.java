package dev.sspr.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.spi.MessageContent;
import dev.sspr.spi.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The code that the README prints, word for word, and what it does. */
final class HelloResetTest {
    private static final Path SOURCE = Path.of("src/main/java/dev/sspr/quickstart/HelloReset.java");
    private static final Path README = Path.of("../../README.md");

    @Test
    void readme_holdsTheCodeThatIsCompiled() throws IOException {
        String source = Files.readString(SOURCE);
        String shown = source.substring(source.indexOf("// README begins\n"), source.indexOf("    // README ends"));

        assertThat(Files.readString(README))
                .contains(
                        shown.substring(shown.indexOf("\n") + 1).stripTrailing().stripIndent());
    }

    @Test
    void helloReset_withTheCodeThatArrives_setsThePassword() {
        try (Host host = MemoryHost.open()) {
            HelloReset hello = new HelloReset(host.sspr());
            Map<String, String> session = new HashMap<>();

            assertThat(hello.forgot("anna", session)).startsWith("If we know that name");
            MessageContent.ResetCode content = (MessageContent.ResetCode)
                    host.mailbox().next(Duration.ofSeconds(10)).orElseThrow().content();
            assertThat(hello.code("AAAAAAAAAA", session)).isEqualTo("The response was wrong");
            assertThat(hello.code(content.code().exposeTo(String::new), session))
                    .isEqualTo("You have proven that it is you");
            assertThat(hello.password("short", session)).contains("password.too-short");
            assertThat(hello.password("four quiet herons at dusk", session)).isEqualTo("The password is set");
            assertThat(host.signsIn().test(Host.ANNA, Secret.of("four quiet herons at dusk")))
                    .isTrue();
        }
    }
}
