package dev.sspr.reset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every situation within the bounds of each run keeps every property (security section 6(b)). */
@Tag("G1")
class ExploreTest {
    /** More than any run needs: a space that grows beyond it has lost its bounds. */
    private static final int CAP = 60_000;

    static List<ExploreConfig> runs() {
        return ExploreRuns.ALL;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("runs")
    @Tag("P1")
    @Tag("P2")
    @Tag("P3")
    @Tag("P4")
    @Tag("P5")
    @Tag("P6")
    @Tag("P7")
    @Tag("P8")
    @Tag("P9")
    @Tag("P11")
    @Tag("P12")
    @Tag("P13")
    void engine_inEverySituationOfARun_keepsEveryProperty(ExploreConfig run) {
        ExploreReport report = new Explorer(new ExploreHost(run, Rules::new, Optional.empty()), CAP).explore();

        System.out.println(report);
        assertThat(report.found()).isEmpty();
        assertThat(report.closed()).isTrue();
    }
}
