package dev.sspr.internal.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.internal.engine.Step;
import dev.sspr.internal.verification.state.FlowState;
import dev.sspr.internal.verification.state.Guards;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The diagram in the package's documentation is the one that the code draws. */
@Tag("G1")
class ExploreTableTest {
    private static final Path PACKAGE = Path.of("src/main/java/dev/sspr/internal/verification/state/package-info.java");

    @Test
    void diagram_besideTheCode_isTheCodesOwn() throws IOException {
        ExploreWalk walk = ExploreWalkTest.walk(Guards::new);
        walk.go(ExploreWalkTest.COMMANDS);
        List<String> drawn = walk.table.lines();

        assertThat(written())
                .as(
                        "regenerated:%n%s",
                        String.join("\n", drawn.stream().map(it -> " * " + it).toList()))
                .isEqualTo(drawn);
    }

    @Test
    void diagram_ofAllCommands_leavesNoneOut() {
        List<String> commands = Stream.of(FlowState.class.getDeclaredMethods())
                .filter(method -> method.getReturnType() == Step.class && !Modifier.isPrivate(method.getModifiers()))
                .map(Method::getName)
                .toList();

        assertThat(ExploreTable.COMMANDS).containsExactlyInAnyOrderElementsOf(commands);
    }

    private static List<String> written() throws IOException {
        List<String> lines = Files.readAllLines(PACKAGE);
        return lines.subList(lines.indexOf(" * <pre>{@code") + 1, lines.indexOf(" * }</pre>")).stream()
                .map(line -> line.substring(3))
                .toList();
    }
}
