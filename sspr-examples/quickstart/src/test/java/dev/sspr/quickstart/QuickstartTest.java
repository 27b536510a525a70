package dev.sspr.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.spi.Secret;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class QuickstartTest {
    private final StringBuilder said = new StringBuilder();
    private final Queue<String> typed = new ArrayDeque<>();
    private final Terminal terminal = new Terminal() {
        @Override
        public void say(String line) {
            said.append(line).append('\n');
        }

        @Override
        public Optional<String> ask(String prompt) {
            said.append(prompt).append('\n');
            return Optional.ofNullable(typed.poll());
        }

        @Override
        public Optional<Secret> askSecret(String prompt) {
            return ask(prompt).map(Secret::of);
        }
    };

    @Test
    void run_script_isAllAsItShouldBe() {
        assertThat(Quickstart.run(new String[] {"--script"}, terminal))
                .as(said.toString())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"jdbc:h2:mem:quickstart;DB_CLOSE_DELAY=-1", "jdbc:h2:mem:quickstart-again;DB_CLOSE_DELAY=-1"})
    void run_scriptOverADatabase_isAllAsItShouldBe(String url) {
        String[] args = {"--script", "--jdbc", url};
        assertThat(Quickstart.run(args, terminal)).as(said.toString()).isZero();
        assertThat(Quickstart.run(args, terminal))
                .as("a second run on the same database")
                .isZero();
    }

    @Test
    void run_databaseThatIsNotThere_saysSo() {
        int code = Quickstart.run(new String[] {"--jdbc", "jdbc:postgresql://127.0.0.1:1/none"}, terminal);

        assertThat(code).isEqualTo(3);
        assertThat(said).contains("The database does not answer");
    }

    @Test
    void run_unknownArgument_namesItAndTheUsage() {
        assertThat(Quickstart.run(new String[] {"--jdbc"}, terminal)).isEqualTo(2);
        assertThat(said).contains("'--jdbc' is not known, or lacks its value").contains("usage:");
    }

    @Test
    void run_badNameThenEndOfInput_isAnsweredAndEnds() {
        typed.addAll(List.of("", "\u202Eanna"));

        assertThat(Quickstart.run(new String[0], terminal)).isEqualTo(1);
        assertThat(said).contains("That cannot be a login name");
    }
}
