package dev.sspr.internal.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.flow.ReportResult;
import dev.sspr.internal.engine.Loaded;
import dev.sspr.internal.secret.Token;
import dev.sspr.spi.Secret;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A key is rotated while waiting periods run, which last for days. */
@Tag("R-CFG-4")
@Tag("R-FLOW-13")
class RotatedRecoveryTest {
    private final Recoveries recoveries = new Recoveries();
    private final Desk before = recoveries.node();
    private final Waiting old = Recoveries.waits(before, Recoveries.FLOW);
    private final Desk after = recoveries.rotated().node();
    private final Waiting young = Recoveries.waits(after, Recoveries.OTHER);

    private ReportResult objected(Desk told, Loaded<ProofState> to) {
        Secret link = new Token(to.id(), told.digests.cancelSecret(to.id())).text();
        return new Reporting(after).report(link);
    }

    private boolean another() {
        return after.mayWait(recoveries.world.users.load(World.ALICE_ID).orElseThrow(), after.owner(World.ALICE_ID));
    }

    private void everyRecoveryIsOver() {
        assertThat(after.runner.load(Recoveries.FLOW).map(Loaded::state)).isNotEqualTo(Optional.of(old));
        assertThat(after.runner.load(Recoveries.OTHER).map(Loaded::state)).isNotEqualTo(Optional.of(young));
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
    void objectionToTheYounger_endsTheOlderToo() {
        assertThat(objected(after, after.runner.load(Recoveries.OTHER).orElseThrow()))
                .isEqualTo(ReportResult.REPORTED);

        everyRecoveryIsOver();
    }
}
