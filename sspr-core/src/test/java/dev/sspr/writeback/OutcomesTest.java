package dev.sspr.writeback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.Generation;
import dev.sspr.spi.UserStore;
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
        return Stream.of(StoreFault.values())
                .flatMap(first -> Stream.of(StoreFault.values()).map(second -> Arguments.of(first, second)));
    }

    private static String answer(DualWriteFixture dualWriteFixture, Generation expected) {
        try {
            UserStore.PasswordWrite write = dualWriteFixture.write(dualWriteFixture.both, expected);
            return write instanceof UserStore.PasswordWrite.Partly partly
                    ? "Partly(" + partly.why() + ")"
                    : write.getClass().getSimpleName();
        } catch (BackendUnavailableException e) {
            return "unavailable";
        }
    }

    private static DualWriteFixture tried(StoreFault first, StoreFault second) {
        DualWriteFixture dualWriteFixture = new DualWriteFixture();
        first.in(dualWriteFixture.first);
        second.in(dualWriteFixture.second);
        return dualWriteFixture;
    }

    private static String row(StoreFault first, StoreFault second) {
        DualWriteFixture dualWriteFixture = tried(first, second);
        String answer = answer(dualWriteFixture, dualWriteFixture.generation());
        String before = DualWriteFixture.password(dualWriteFixture.first) + "/"
                + DualWriteFixture.password(dualWriteFixture.second);
        dualWriteFixture.pass(Repairs.LATE);
        dualWriteFixture.both.repair(10);
        String after = DualWriteFixture.password(dualWriteFixture.first) + "/"
                + DualWriteFixture.password(dualWriteFixture.second);
        return String.format(Locale.ROOT, "%-10s  %-10s  %-19s  %-15s  %s", first, second, answer, before, after);
    }

    @Test
    void table_ofThePackageComment_isWhatHappens() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("src/main/java/dev/sspr/writeback/package-info.java"));
        List<String> told = lines.stream()
                .filter(line -> Stream.of(StoreFault.values()).anyMatch(it -> line.startsWith(" * " + it + " ")))
                .map(line -> line.substring(3))
                .toList();
        List<String> happens = combinations()
                .map(both -> row((StoreFault) both.get()[0], (StoreFault) both.get()[1]))
                .toList();
        System.out.println(" * " + String.join("\n * ", happens));

        assertThat(told).isEqualTo(happens);
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void write_thatLandedFirst_changesTheGeneration(StoreFault first, StoreFault second) {
        DualWriteFixture dualWriteFixture = tried(first, second);
        Generation before = dualWriteFixture.generation();

        String answer = answer(dualWriteFixture, before);

        boolean landed = DualWriteFixture.password(dualWriteFixture.first).equals("new");
        boolean changed = dualWriteFixture
                .both
                .load(DualWriteFixture.ANNA)
                .map(it -> !it.generation().equals(before))
                .orElse(true);
        assertThat(answer.startsWith("Partly") || answer.equals("Written"))
                .isEqualTo(landed && first != StoreFault.LOST);
        if (landed) {
            assertThat(changed).isTrue();
        }
        assertThat(dualWriteFixture.second.passwordRecord(DualWriteFixture.ANNA).isPresent()
                        && DualWriteFixture.password(dualWriteFixture.second).equals("new"))
                .as("the second store is never written alone")
                .isEqualTo(landed && first == StoreFault.OK && (second == StoreFault.OK || second == StoreFault.LOST));
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void repair_ofEverything_leavesNoOldPasswordBehindAndNoTask(StoreFault first, StoreFault second) {
        DualWriteFixture dualWriteFixture = tried(first, second);
        answer(dualWriteFixture, dualWriteFixture.generation());
        dualWriteFixture.pass(Repairs.LATE);

        dualWriteFixture.both.repair(10);

        assertThat(dualWriteFixture.open()).isZero();
        if (DualWriteFixture.password(dualWriteFixture.first).equals("new") && second != StoreFault.NOT_USABLE) {
            assertThat(DualWriteFixture.password(dualWriteFixture.second)).isIn("new", "none", "foreign");
        }
        assertThat(dualWriteFixture.both.repair(10)).isEqualTo(new DualWriteUserStore.RepairReport(0, 0, 0));
    }
}
