package dev.sspr.explore;

import dev.sspr.internal.verification.ExploreReport;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every situation into which all flows together can bring one account, within the bounds of each run, keeps every property,
 * and the owner gets in from it (security section 6(b)).
 */
@Tag("G1")
class JointExploreTest {
    /** More than any run needs: a space that grows beyond it has lost its bounds. */
    private static final int CAP = 20_000;

    @Test
    void library_inEverySituationOfEveryRun_keepsEveryPropertyAndLetsTheOwnerIn() {
        SoftAssertions softly = new SoftAssertions();
        long milliseconds = 0;
        for (ExplorationRun explorationRun : ExplorationRuns.ALL) {
            ExploreReport report = new StateSearch(new ExploredHost(explorationRun, HostFault.NONE), CAP).explore();
            System.out.println(report);
            milliseconds += report.milliseconds();
            softly.assertThat(report.found()).as(explorationRun.name()).isEmpty();
            softly.assertThat(report.closed())
                    .as(explorationRun.name() + " closes")
                    .isTrue();
        }
        System.out.println("all joint runs: " + milliseconds + " ms");
        softly.assertAll();
    }
}
