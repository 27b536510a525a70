package dev.sspr.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.internal.verification.ExploreReport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** An adapter that does wrong is found out, and by which property: what is not found is a gap in those who act. */
@Tag("G1")
class JointMutantsTest {
    private static final int CAP = 6_000;

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
    void search_withAHostThatDoesWrong_findsTheHole(HostFault hostFault) {
        ExploreReport report = new StateSearch(new ExploredHost(hostFault.explorationRun(), hostFault), CAP).explore();

        System.out.printf(
                "%-22s %6d states %5d ms %s%n",
                hostFault,
                report.states(),
                report.milliseconds(),
                report.found().map(it -> it.broken().getMessage()).orElse("not found"));
        assertThat(report.found().map(it -> it.broken().property())).contains(hostFault.breaks());
    }
}
