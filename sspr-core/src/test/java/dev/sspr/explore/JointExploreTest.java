package dev.sspr.explore;

import dev.sspr.internal.proof.ExploreReport;
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
        for (Run run : Runs.ALL) {
            ExploreReport report = new Search(new Host(run, Lie.NONE), CAP).explore();
            System.out.println(report);
            milliseconds += report.milliseconds();
            softly.assertThat(report.found()).as(run.name()).isEmpty();
            softly.assertThat(report.closed()).as(run.name() + " closes").isTrue();
        }
        System.out.println("all joint runs: " + milliseconds + " ms");
        softly.assertAll();
    }
}
