package dev.sspr.internal.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sspr.internal.engine.Step;
import dev.sspr.internal.verification.ExploreBroken;
import dev.sspr.policy.Limits;
import dev.sspr.policy.MethodCapabilities;
import dev.sspr.policy.RegistrationPolicy;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Random commands with random arguments never lead the pure states astray, and draw the diagram of the package. */
@Tag("G1")
class ExploreWalkTest {
    private static final int COMMANDS = 2_000_000;
    private static final long SEED = 20_260_106;
    private static final Path PACKAGE = Path.of("src/main/java/dev/sspr/internal/registration/package-info.java");

    private static ExploreWalk walk(ExploreMutant.Maker rules) {
        return new ExploreWalk(
                rules.make(RegistrationPolicy.standard(), MethodCapabilities.standard(), Limits.standard()), SEED);
    }

    @Test
    void states_onARandomWalk_keepEveryLawAndDrawTheDiagram() throws IOException {
        System.out.println("random walk of " + COMMANDS + " commands, seed " + SEED);
        ExploreWalk walk = walk(RegistrationGuards::new);
        walk.go(COMMANDS);
        List<String> drawn = walk.table.lines();

        assertThat(written())
                .as(
                        "regenerated:%n%s",
                        String.join("\n", drawn.stream().map(it -> " * " + it).toList()))
                .isEqualTo(drawn);
    }

    @Test
    void diagram_ofAllCommands_leavesNoneOut() {
        List<String> commands = Stream.of(RegistrationPhase.class.getDeclaredMethods())
                .filter(method -> method.getReturnType() == Step.class && !Modifier.isPrivate(method.getModifiers()))
                .map(Method::getName)
                .toList();

        assertThat(ExploreTable.COMMANDS).containsExactlyInAnyOrderElementsOf(commands);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIVE", "FRESH", "TRIES_LEFT", "SAME_TASK"})
    void walk_withoutAGuard_breaksALaw(ExploreMutant mutant) {
        ExploreWalk walk = walk(mutant.guards().rules());

        assertThatThrownBy(() -> walk.go(COMMANDS)).isInstanceOf(ExploreBroken.class);
    }

    private static List<String> written() throws IOException {
        List<String> lines = Files.readAllLines(PACKAGE);
        return lines.subList(lines.indexOf(" * <pre>{@code") + 1, lines.indexOf(" * }</pre>")).stream()
                .map(line -> line.substring(3))
                .toList();
    }
}
