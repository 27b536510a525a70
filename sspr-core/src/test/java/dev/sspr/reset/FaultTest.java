package dev.sspr.reset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sspr.fixture.FaultInjection;
import dev.sspr.fixture.InjectedFaults.Fate;
import dev.sspr.fixture.ResetFixture;
import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.FlowStatus;
import dev.sspr.flow.UnavailableException;
import dev.sspr.internal.reset.ResetFlow;
import dev.sspr.spi.Account;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.memory.SignIn;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every single call to the host fails, loses its answer, answers null, or throws what it must not. */
@Tag("R-LOG-4")
@Tag("R-ENUM-6")
class FaultTest {
    private static final Duration SOON = Duration.ofSeconds(61);

    private static int callsOfAWholeReset() {
        return FaultInjection.callsOf(Purpose.RESET, Account.Privilege.ORDINARY);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fate.class,
            names = {"FAIL", "LOSE_ANSWER", "ANSWER_NULL", "THROW"})
    void fault_atEveryCall_isUnavailableOrTheRightResult(Fate fate) {
        int calls = callsOfAWholeReset();
        for (int at = 0; at < calls; at++) {
            new FaultInjection(Map.of(at, fate)).assertSound(SOON);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Fate.class,
            names = {"FAIL", "LOSE_ANSWER"})
    void fault_atFourCallsInARow_isUnavailableOrTheRightResult(Fate fate) {
        int calls = callsOfAWholeReset();
        for (int at = 0; at < calls; at++) {
            Map<Integer, Fate> fates = new HashMap<>();
            for (int i = 0; i < 4; i++) {
                fates.put(at + i, fate);
            }
            new FaultInjection(fates).assertSound(SOON);
        }
    }

    @Test
    @Tag("R-RACE-3")
    void setPassword_thatWroteAndLostItsAnswer_isUnavailableAndThenDone() {
        ResetFixture fixture = new ResetFixture().withAlice();
        ResetFlow reset = fixture.reset();
        FlowHandle handle = fixture.proven(reset);
        fixture.users.faults().beforeEachCall(operation -> {
            if ("setPassword".equals(operation)) {
                fixture.users.faults().loseNextAnswers(1);
            }
        });

        assertThatThrownBy(() -> reset.complete(handle, ResetFixture.NEW))
                .isInstanceOf(UnavailableException.class)
                .hasNoCause();
        assertThat(fixture.users.signsIn(ResetFixture.ALICE, ResetFixture.NEW)).isEqualTo(SignIn.SIGNED_IN);
        assertThat(reset.complete(handle, ResetFixture.NEW)).isInstanceOf(CompleteResult.Done.class);
        fixture.executor.runAll();
        assertThat(reset.status(handle)).isEqualTo(FlowStatus.DONE);
    }

    @Test
    void setPassword_thatDidNotWrite_isUnavailableAndMayBeTriedAgainAtOnce() {
        ResetFixture fixture = new ResetFixture().withAlice();
        ResetFlow reset = fixture.reset();
        FlowHandle handle = fixture.proven(reset);
        fixture.users.faults().beforeEachCall(operation -> {
            if ("setPassword".equals(operation)) {
                fixture.users.faults().failNext(1);
            }
        });

        assertThatThrownBy(() -> reset.complete(handle, ResetFixture.NEW)).isInstanceOf(UnavailableException.class);
        fixture.users.faults().beforeEachCall(operation -> {});
        assertThat(fixture.users.signsIn(ResetFixture.ALICE, ResetFixture.OLD)).isEqualTo(SignIn.SIGNED_IN);
        assertThat(reset.complete(handle, ResetFixture.NEW)).isInstanceOf(CompleteResult.Done.class);
    }

    @Test
    void flowStore_downInTheMiddleAndHealed_losesNothing() {
        ResetFixture fixture = new ResetFixture().withAlice();
        ResetFlow reset = fixture.reset();
        FlowHandle handle = fixture.started(reset, "alice");
        fixture.flows.faults().fail();

        assertThatThrownBy(() -> reset.status(handle)).isInstanceOf(UnavailableException.class);
        assertThatThrownBy(() -> reset.answer(handle, fixture.codeTo(ResetFixture.MAIL)))
                .isInstanceOf(UnavailableException.class);
        assertThatThrownBy(() -> reset.resend(handle)).isInstanceOf(UnavailableException.class);
        assertThatThrownBy(reset::sweep).isInstanceOf(UnavailableException.class);
        fixture.flows.faults().heal();

        assertThat(reset.answer(handle, fixture.codeTo(ResetFixture.MAIL))).isEqualTo(new AnswerResult.Proven());
        assertThat(reset.complete(handle, ResetFixture.NEW)).isInstanceOf(CompleteResult.Done.class);
    }
}
