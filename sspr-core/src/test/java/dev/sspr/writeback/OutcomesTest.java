package dev.sspr.writeback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.Generation;
import dev.sspr.spi.PasswordWrite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every combination of what two stores can do has one outcome, and the package comment has the table of them. */
class OutcomesTest {
    private static Stream<Arguments> combinations() {
        return Stream.of(Case.values())
                .flatMap(first -> Stream.of(Case.values()).map(second -> Arguments.of(first, second)));
    }

    private static String answer(Two two, Generation expected) {
        try {
            PasswordWrite write = two.write(two.both, expected);
            return write instanceof PasswordWrite.Partly partly
                    ? "Partly(" + partly.why() + ")"
                    : write.getClass().getSimpleName();
        } catch (BackendUnavailableException e) {
            return "unavailable";
        }
    }

    private static Two tried(Case first, Case second) {
        Two two = new Two();
        first.in(two.first);
        second.in(two.second);
        return two;
    }

    private static String row(Case first, Case second) {
        Two two = tried(first, second);
        String answer = answer(two, two.generation());
        String before = Two.password(two.first) + "/" + Two.password(two.second);
        two.pass(Repairs.LATE);
        two.both.repair(10);
        String after = Two.password(two.first) + "/" + Two.password(two.second);
        return String.format(Locale.ROOT, "%-10s  %-10s  %-19s  %-15s  %s", first, second, answer, before, after);
    }

    @Test
    void table_ofThePackageComment_isWhatHappens() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("src/main/java/dev/sspr/writeback/package-info.java"));
        List<String> told = lines.stream()
                .filter(line -> Stream.of(Case.values()).anyMatch(it -> line.startsWith(" * " + it + " ")))
                .map(line -> line.substring(3))
                .toList();
        List<String> happens = combinations()
                .map(both -> row((Case) both.get()[0], (Case) both.get()[1]))
                .toList();
        System.out.println(" * " + String.join("\n * ", happens));

        assertThat(told).isEqualTo(happens);
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void write_thatLandedFirst_changesTheGeneration(Case first, Case second) {
        Two two = tried(first, second);
        Generation before = two.generation();

        String answer = answer(two, before);

        boolean landed = Two.password(two.first).equals("new");
        boolean changed = two.both
                .load(Two.ANNA)
                .map(it -> !it.generation().equals(before))
                .orElse(true);
        assertThat(answer.startsWith("Partly") || answer.equals("Written")).isEqualTo(landed && first != Case.LOST);
        if (landed) {
            assertThat(changed).isTrue();
        }
        assertThat(two.second.passwordRecord(Two.ANNA).isPresent()
                        && Two.password(two.second).equals("new"))
                .as("the second store is never written alone")
                .isEqualTo(landed && first == Case.OK && (second == Case.OK || second == Case.LOST));
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void repair_ofEverything_leavesNoOldPasswordBehindAndNoTask(Case first, Case second) {
        Two two = tried(first, second);
        answer(two, two.generation());
        two.pass(Repairs.LATE);

        two.both.repair(10);

        assertThat(two.open()).isZero();
        if (Two.password(two.first).equals("new") && second != Case.NOT_USABLE) {
            assertThat(Two.password(two.second)).isIn("new", "none", "foreign");
        }
        assertThat(two.both.repair(10)).isEqualTo(new RepairReport(0, 0, 0));
    }
}
