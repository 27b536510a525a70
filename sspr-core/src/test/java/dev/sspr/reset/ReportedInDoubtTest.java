package dev.sspr.reset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sspr.fixture.ResetFixture;
import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.flow.ReportResult;
import dev.sspr.flow.UnavailableException;
import dev.sspr.internal.reset.ResetFlow;
import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.Secret;
import dev.sspr.spi.memory.SignIn;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An owner says "this was not me" while nobody knows whether a password was written. */
@Tag("R-FLOW-13")
@Tag("R-NOT-7")
class ReportedInDoubtTest {
    private final ResetFixture fixture = new ResetFixture().withAlice();
    private final ResetFlow reset = fixture.reset();
    private final FlowHandle handle = fixture.proven(reset);
    private final Secret notMe = fixture.cancelTo(ResetFixture.MAIL);

    private void everyWrite(Runnable first) {
        fixture.users.faults().beforeEachCall(operation -> {
            if (operation.equals("setPassword")) {
                first.run();
            }
        });
    }

    private CompleteResult tried() {
        return reset.complete(handle, ResetFixture.NEW);
    }

    @Test
    void report_whileAWriteThatFailedMayStillLand_allowsNoOther() {
        everyWrite(() -> {
            throw new BackendUnavailableException("down");
        });
        assertThatThrownBy(this::tried).isInstanceOf(UnavailableException.class);
        assertThat(reset.report(notMe)).isEqualTo(ReportResult.TOO_LATE);
        everyWrite(() -> {});

        assertThat(tried()).isEqualTo(Refused.of(Refusal.GONE));
        fixture.clock.advance(Duration.ofSeconds(61));
        reset.sweep();
        assertThat(tried()).isEqualTo(Refused.of(Refusal.GONE));
        assertThat(fixture.users.signsIn(ResetFixture.ALICE, ResetFixture.OLD)).isEqualTo(SignIn.SIGNED_IN);
    }

    @Test
    void report_whileAWriteIsUnderWay_allowsNoOtherAfterItFailed() {
        everyWrite(() -> {
            reset.report(notMe);
            throw new BackendUnavailableException("down");
        });
        assertThatThrownBy(this::tried).isInstanceOf(UnavailableException.class);
        everyWrite(() -> {});
        fixture.clock.advance(Duration.ofSeconds(61));
        reset.sweep();

        assertThat(tried()).isEqualTo(Refused.of(Refusal.GONE));
        assertThat(fixture.users.signsIn(ResetFixture.ALICE, ResetFixture.OLD)).isEqualTo(SignIn.SIGNED_IN);
    }

    @Test
    void report_whileAWriteIsUnderWay_leavesWhatFollowsIt() {
        everyWrite(() -> assertThat(reset.report(notMe)).isEqualTo(ReportResult.TOO_LATE));

        assertThat(tried()).isInstanceOf(CompleteResult.Done.class);
        assertThat(reset.report(notMe)).isEqualTo(ReportResult.SECURED);
    }

    @Test
    void report_afterTheDoubtIsOver_andTheWriteLanded_secures() {
        fixture.users.faults().beforeEachCall(operation -> {
            if (operation.equals("setPassword")) {
                fixture.users.faults().loseNextAnswers(1);
            }
        });
        assertThatThrownBy(this::tried).isInstanceOf(UnavailableException.class);
        everyWrite(() -> {});
        assertThat(reset.report(notMe)).isEqualTo(ReportResult.TOO_LATE);
        fixture.clock.advance(Duration.ofSeconds(61));
        reset.sweep();

        assertThat(reset.report(notMe)).isEqualTo(ReportResult.SECURED);
    }
}
