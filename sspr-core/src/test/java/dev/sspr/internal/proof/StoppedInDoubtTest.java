package dev.sspr.internal.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.flow.ReportResult;
import dev.sspr.flow.UnavailableException;
import dev.sspr.reset.PasswordReset;
import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.Secret;
import dev.sspr.spi.memory.SignIn;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An owner says "this was not me" while nobody knows whether a password was written. */
@Tag("R-FLOW-13")
@Tag("R-NOT-7")
class StoppedInDoubtTest {
    private final World world = new World().withAlice();
    private final PasswordReset reset = world.reset();
    private final FlowHandle handle = world.proven(reset);
    private final Secret notMe = world.cancelTo(World.MAIL);

    private void everyWrite(Runnable first) {
        world.users.faults().beforeEachCall(operation -> {
            if (operation.equals("setPassword")) {
                first.run();
            }
        });
    }

    private CompleteResult tried() {
        return reset.complete(handle, World.NEW);
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
        world.clock.advance(Duration.ofSeconds(61));
        reset.sweep();
        assertThat(tried()).isEqualTo(Refused.of(Refusal.GONE));
        assertThat(world.users.signsIn(World.ALICE, World.OLD)).isEqualTo(SignIn.SIGNED_IN);
    }

    @Test
    void report_whileAWriteIsUnderWay_allowsNoOtherAfterItFailed() {
        everyWrite(() -> {
            reset.report(notMe);
            throw new BackendUnavailableException("down");
        });
        assertThatThrownBy(this::tried).isInstanceOf(UnavailableException.class);
        everyWrite(() -> {});
        world.clock.advance(Duration.ofSeconds(61));
        reset.sweep();

        assertThat(tried()).isEqualTo(Refused.of(Refusal.GONE));
        assertThat(world.users.signsIn(World.ALICE, World.OLD)).isEqualTo(SignIn.SIGNED_IN);
    }

    @Test
    void report_whileAWriteIsUnderWay_leavesWhatFollowsIt() {
        everyWrite(() -> assertThat(reset.report(notMe)).isEqualTo(ReportResult.TOO_LATE));

        assertThat(tried()).isInstanceOf(CompleteResult.Done.class);
        assertThat(reset.report(notMe)).isEqualTo(ReportResult.SECURED);
    }

    @Test
    void report_afterTheDoubtIsOver_andTheWriteLanded_secures() {
        world.users.faults().beforeEachCall(operation -> {
            if (operation.equals("setPassword")) {
                world.users.faults().loseNextAnswers(1);
            }
        });
        assertThatThrownBy(this::tried).isInstanceOf(UnavailableException.class);
        everyWrite(() -> {});
        assertThat(reset.report(notMe)).isEqualTo(ReportResult.TOO_LATE);
        world.clock.advance(Duration.ofSeconds(61));
        reset.sweep();

        assertThat(reset.report(notMe)).isEqualTo(ReportResult.SECURED);
    }
}
