package dev.sspr.internal.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.FlowStatus;
import dev.sspr.flow.LinkView;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.reset.PasswordReset;
import dev.sspr.spi.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What happens at a deadline, one millisecond before it, and when a clock is set back. */
@Tag("R-TOK-9")
class TimeRulesTest {
    private static final Duration TICK = Duration.ofMillis(1);

    private final World world = new World().withAlice();
    private final PasswordReset reset = world.reset();
    private final FlowHandle handle = world.started(reset, "alice");
    private final Instant deadline = TestClock.START.plus(Duration.ofMinutes(15));

    @Nested
    class ACode {
        private final Instant over = TestClock.START.plus(Duration.ofMinutes(10));

        @Test
        @Tag("R-OTP-5")
        void code_aMillisecondBeforeItsEnd_proves() {
            world.clock.set(over.minus(TICK));
            assertThat(reset.answer(handle, world.codeTo(World.MAIL))).isEqualTo(new AnswerResult.Proven());
        }

        @Test
        @Tag("R-OTP-5")
        void code_atItsEndAndLater_isOver() {
            world.clock.set(over);
            assertThat(reset.answer(handle, world.codeTo(World.MAIL))).isEqualTo(Refused.of(Refusal.CHALLENGE_EXPIRED));
            world.clock.set(over.plus(TICK));
            assertThat(reset.answerLink(handle, world.linkTo(World.MAIL)))
                    .isEqualTo(Refused.of(Refusal.CHALLENGE_EXPIRED));
            assertThat(reset.continueHere(world.linkTo(World.MAIL))).isEqualTo(Refused.of(Refusal.CHALLENGE_EXPIRED));
        }
    }

    @Nested
    class AFlow {
        @Test
        void flow_aMillisecondBeforeItsEnd_stillMoves() {
            reset.answer(handle, world.codeTo(World.MAIL));
            world.clock.set(deadline.minus(TICK));
            assertThat(reset.complete(handle, World.NEW)).isInstanceOf(CompleteResult.Done.class);
        }

        @Test
        void flow_provenAndAtItsEnd_takesNoPassword() {
            reset.answer(handle, world.codeTo(World.MAIL));
            world.clock.set(deadline);
            assertThat(reset.complete(handle, World.NEW)).isEqualTo(Refused.of(Refusal.GONE));
            assertThat(reset.status(handle)).isEqualTo(FlowStatus.ENDED);
        }

        @Test
        void flow_waitingForProofAndAtItsEnd_takesNothing() {
            Secret code = world.codeTo(World.MAIL);
            Secret link = world.linkTo(World.MAIL);
            for (Instant late : new Instant[] {deadline, deadline.plus(TICK)}) {
                world.clock.set(late);
                assertThat(reset.answer(handle, code)).isEqualTo(Refused.of(Refusal.GONE));
                assertThat(reset.continueHere(link)).isEqualTo(Refused.of(Refusal.GONE));
                assertThat(reset.resend(handle)).isEqualTo(Refused.of(Refusal.GONE));
                assertThat(reset.open(link, Optional.empty())).isEqualTo(LinkView.ENDED);
                assertThat(reset.status(handle)).isEqualTo(FlowStatus.ENDED);
            }
        }

        @Test
        void flow_anHourAfterItsEnd_isForgottenByTheSweeper() {
            world.clock.set(deadline.plus(Duration.ofHours(1)));
            reset.sweep();
            assertThat(reset.status(handle)).isEqualTo(FlowStatus.ENDED);
            world.clock.advance(TICK);
            reset.sweep();
            assertThat(reset.status(handle)).isEqualTo(FlowStatus.UNKNOWN);
        }
    }

    @Nested
    class AClockSetBack {
        @Test
        void clock_setBackADay_givesNoGuessesBack() {
            for (int i = 0; i < 5; i++) {
                reset.answer(handle, Secret.of("AAAAAAAAAA"));
            }
            world.clock.advance(Duration.ofDays(-1));

            assertThat(reset.answer(handle, world.codeTo(World.MAIL))).isEqualTo(Refused.of(Refusal.TOO_MANY_TRIES));
            assertThat(reset.resend(handle)).isEqualTo(Refused.of(Refusal.TOO_MANY_TRIES));
        }

        @Test
        void clock_setBackADay_allowsNoMessageSooner() {
            world.clock.advance(Duration.ofDays(-1));

            assertThat(reset.resend(handle)).isInstanceOf(Refused.class);
            world.started(reset, "alice");
            assertThat(world.notifier.messages()).hasSize(1);
        }

        @Test
        void clock_setBackAfterTheReset_spendsNothingTwice() {
            Secret code = world.codeTo(World.MAIL);
            reset.answer(handle, code);
            reset.complete(handle, World.NEW);
            world.executor.runAll();
            world.clock.advance(Duration.ofDays(-1));

            assertThat(reset.answer(handle, code)).isEqualTo(Refused.of(Refusal.NOT_NOW));
            assertThat(reset.status(handle)).isEqualTo(FlowStatus.DONE);
        }

        @Test
        void clock_setBackInTheMiddle_letsTheOwnerFinish() {
            world.clock.advance(Duration.ofMinutes(-3));
            assertThat(reset.answer(handle, world.codeTo(World.MAIL))).isEqualTo(new AnswerResult.Proven());
            world.clock.advance(Duration.ofMinutes(-3));
            assertThat(reset.complete(handle, World.NEW)).isInstanceOf(CompleteResult.Done.class);
        }
    }
}
