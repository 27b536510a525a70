package dev.sspr.internal.registration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.internal.verification.ExploreReport;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every situation within the bounds of each run keeps every property, P1 to P18 (security section 6(b)). */
@Tag("G1")
class ExploreTest {
    /** More than any run needs: a space that grows beyond it has lost its bounds. */
    private static final int CAP = 30_000;

    @Test
    void engine_inEverySituationOfEveryRun_keepsEveryProperty() {
        SoftAssertions softly = new SoftAssertions();
        Set<String> moves = new TreeSet<>();
        long milliseconds = 0;
        for (ExploreConfig run : ExploreRuns.ALL) {
            ExploreReport report =
                    new Explorer(new ExploreHost(run, ExploreMutant.Guards.ALL, Optional.empty()), CAP).explore();
            System.out.println(report);
            moves.addAll(report.moves());
            milliseconds += report.milliseconds();
            softly.assertThat(report.found()).as(run.name()).isEmpty();
            softly.assertThat(report.closed()).as(run.name() + " closes").isTrue();
        }
        System.out.println("all runs: " + milliseconds + " ms");
        softly.assertAll();
        assertThat(moves).as("moves that were seen").isEqualTo(lawful());
    }

    private static Set<String> lawful() {
        Set<String> lawful = new TreeSet<>();
        ExploreSteps.LAWFUL.forEach((from, all) -> all.forEach(to -> lawful.add(ExploreSteps.move(from, to))));
        return lawful;
    }
}
