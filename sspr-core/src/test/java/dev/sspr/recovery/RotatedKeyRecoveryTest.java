package dev.sspr.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.fixture.Recoveries;
import dev.sspr.fixture.ResetFixture;
import dev.sspr.flow.ReportResult;
import dev.sspr.internal.engine.StoredState;
import dev.sspr.internal.secret.Token;
import dev.sspr.internal.verification.AbuseReport;
import dev.sspr.internal.verification.state.FlowState;
import dev.sspr.internal.verification.state.Waiting;
import dev.sspr.internal.verification.work.FlowServices;
import dev.sspr.spi.Secret;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A key is rotated while waiting periods run, which last for days. */
@Tag("R-CFG-4")
@Tag("R-FLOW-13")
class RotatedKeyRecoveryTest {
    private final Recoveries recoveries = new Recoveries();
    private final FlowServices before = recoveries.node();
    private final Waiting old = Recoveries.waits(before, Recoveries.FLOW);
    private final FlowServices after = recoveries.rotated().node();
    private final Waiting young = Recoveries.waits(after, Recoveries.OTHER);

    private ReportResult objected(FlowServices told, StoredState<FlowState> to) {
        Secret link = new Token(to.id(), told.digests.cancelSecret(to.id())).text();
        return new AbuseReport(after).report(link);
    }

    private boolean another() {
        return !after.objected(ResetFixture.ALICE_ID);
    }

    private void everyRecoveryIsOver() {
        assertThat(after.runner.load(Recoveries.FLOW).map(StoredState::state)).isNotEqualTo(Optional.of(old));
        assertThat(after.runner.load(Recoveries.OTHER).map(StoredState::state)).isNotEqualTo(Optional.of(young));
        assertThat(another()).isFalse();
    }

    @Test
    void objectionToTheOlder_endsTheYoungerToo() {
        assertThat(another()).isTrue();
        assertThat(objected(before, after.runner.load(Recoveries.FLOW).orElseThrow()))
                .isEqualTo(ReportResult.REPORTED);

        everyRecoveryIsOver();
    }

    @Test
    @Tag("F2-S4")
    @DisplayName("F2-S4: an objection from before three key rotations still bars another recovery")
    void objection_beforeThreeRotations_stillBars() {
        Secret link = new Token(Recoveries.FLOW, before.digests.cancelSecret(Recoveries.FLOW)).text();
        assertThat(new AbuseReport(before).report(link)).isEqualTo(ReportResult.REPORTED);
        FlowServices muchLater = recoveries.rotated().rotated().node();

        assertThat(muchLater.objected(ResetFixture.ALICE_ID)).isTrue();
    }

    @Test
    void objectionToTheYounger_endsTheOlderToo() {
        assertThat(objected(after, after.runner.load(Recoveries.OTHER).orElseThrow()))
                .isEqualTo(ReportResult.REPORTED);

        everyRecoveryIsOver();
    }
}
