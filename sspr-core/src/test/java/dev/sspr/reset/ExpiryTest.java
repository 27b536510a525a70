package dev.sspr.reset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.fixture.ResetFixture;
import dev.sspr.fixture.TestClock;
import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.FlowStatus;
import dev.sspr.flow.LinkView;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.internal.reset.ResetFlow;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Secret;
import dev.sspr.spi.memory.SignIn;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What happens at a deadline, one millisecond before it, and when a clock is set back. */
@Tag("R-TOK-9")
class ExpiryTest {
    private static final Duration TICK = Duration.ofMillis(1);

    private final ResetFixture fixture = new ResetFixture().withAlice();
    private final ResetFlow reset = fixture.reset();
    private final FlowHandle handle = fixture.started(reset, "alice");
    private final Instant deadline = TestClock.START.plus(Duration.ofMinutes(15));

    @Nested
    class ACode {
        private final Instant over = TestClock.START.plus(Duration.ofMinutes(10));

        @Test
        @Tag("R-OTP-5")
        void code_aMillisecondBeforeItsEnd_proves() {
            fixture.clock.set(over.minus(TICK));
            assertThat(reset.answer(handle, fixture.codeTo(ResetFixture.MAIL))).isEqualTo(new AnswerResult.Proven());
        }

        @Test
        @Tag("R-OTP-5")
        void code_atItsEndAndLater_isOver() {
            fixture.clock.set(over);
            assertThat(reset.answer(handle, fixture.codeTo(ResetFixture.MAIL)))
                    .isEqualTo(Refused.of(Refusal.CHALLENGE_EXPIRED));
            fixture.clock.set(over.plus(TICK));
            assertThat(reset.answerLink(handle, fixture.linkTo(ResetFixture.MAIL)))
                    .isEqualTo(Refused.of(Refusal.CHALLENGE_EXPIRED));
            assertThat(reset.continueHere(fixture.linkTo(ResetFixture.MAIL)))
                    .isEqualTo(Refused.of(Refusal.CHALLENGE_EXPIRED));
        }
    }

    @Test
    @Tag("F2-S13")
    @DisplayName(
            "F2-S13: a code that was seen after its end stays over when the clock is set back, and the next one works")
    void code_seenAfterItsEnd_staysOver() {
        Secret code = fixture.codeTo(ResetFixture.MAIL);
        Secret link = fixture.linkTo(ResetFixture.MAIL);
        fixture.clock.set(TestClock.START.plus(Duration.ofMinutes(10)));
        assertThat(reset.answer(handle, code)).isEqualTo(Refused.of(Refusal.CHALLENGE_EXPIRED));
        fixture.clock.set(TestClock.START.plus(Duration.ofMinutes(2)));

        assertThat(reset.answer(handle, code)).isEqualTo(Refused.of(Refusal.CHALLENGE_EXPIRED));
        assertThat(reset.continueHere(link)).isEqualTo(Refused.of(Refusal.CHALLENGE_EXPIRED));
        reset.resend(handle);
        fixture.executor.runAll();
        assertThat(reset.answer(handle, fixture.codeTo(ResetFixture.MAIL))).isEqualTo(new AnswerResult.Proven());
    }

    @Nested
    class AFlow {
        @Test
        void flow_aMillisecondBeforeItsEnd_stillMoves() {
            reset.answer(handle, fixture.codeTo(ResetFixture.MAIL));
            fixture.clock.set(deadline.minus(TICK));
            assertThat(reset.complete(handle, ResetFixture.NEW)).isInstanceOf(CompleteResult.Done.class);
        }

        @Test
        void flow_provenAndAtItsEnd_takesNoPassword() {
            reset.answer(handle, fixture.codeTo(ResetFixture.MAIL));
            fixture.clock.set(deadline);
            assertThat(reset.complete(handle, ResetFixture.NEW)).isEqualTo(Refused.of(Refusal.GONE));
            assertThat(reset.status(handle)).isEqualTo(FlowStatus.ENDED);
        }

        @Test
        void flow_waitingForProofAndAtItsEnd_takesNothing() {
            Secret code = fixture.codeTo(ResetFixture.MAIL);
            Secret link = fixture.linkTo(ResetFixture.MAIL);
            for (Instant late : new Instant[] {deadline, deadline.plus(TICK)}) {
                fixture.clock.set(late);
                assertThat(reset.answer(handle, code)).isEqualTo(Refused.of(Refusal.GONE));
                assertThat(reset.continueHere(link)).isEqualTo(Refused.of(Refusal.GONE));
                assertThat(reset.resend(handle)).isEqualTo(Refused.of(Refusal.GONE));
                assertThat(reset.open(link, Optional.empty())).isEqualTo(LinkView.ENDED);
                assertThat(reset.status(handle)).isEqualTo(FlowStatus.ENDED);
            }
        }

        @Test
        void flow_anHourAfterItsEnd_isForgottenByTheSweeper() {
            fixture.clock.set(deadline.plus(Duration.ofHours(1)));
            reset.sweep();
            assertThat(reset.status(handle)).isEqualTo(FlowStatus.ENDED);
            fixture.clock.advance(TICK);
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
            fixture.clock.advance(Duration.ofDays(-1));

            assertThat(reset.answer(handle, fixture.codeTo(ResetFixture.MAIL)))
                    .isEqualTo(Refused.of(Refusal.TOO_MANY_TRIES));
            assertThat(reset.resend(handle)).isEqualTo(Refused.of(Refusal.TOO_MANY_TRIES));
        }

        @Test
        void clock_setBackADay_allowsNoMessageSooner() {
            fixture.clock.advance(Duration.ofDays(-1));

            assertThat(reset.resend(handle)).isInstanceOf(Refused.class);
            fixture.started(reset, "alice");
            assertThat(fixture.notifier.messages()).hasSize(1);
        }

        @Test
        void clock_setBackAfterTheReset_spendsNothingTwice() {
            Secret code = fixture.codeTo(ResetFixture.MAIL);
            reset.answer(handle, code);
            reset.complete(handle, ResetFixture.NEW);
            fixture.executor.runAll();
            fixture.clock.advance(Duration.ofDays(-1));

            assertThat(reset.answer(handle, code)).isEqualTo(Refused.of(Refusal.NOT_NOW));
            assertThat(reset.status(handle)).isEqualTo(FlowStatus.DONE);
        }

        @Test
        void clock_setBackInTheMiddle_letsTheOwnerFinish() {
            fixture.clock.advance(Duration.ofMinutes(-3));
            assertThat(reset.answer(handle, fixture.codeTo(ResetFixture.MAIL))).isEqualTo(new AnswerResult.Proven());
            fixture.clock.advance(Duration.ofMinutes(-3));
            assertThat(reset.complete(handle, ResetFixture.NEW)).isInstanceOf(CompleteResult.Done.class);
        }

        @ParameterizedTest(name = "{0}")
        @EnumSource(SeenBy.class)
        @Tag("F2-S13")
        @DisplayName("F2-S13: a flow that was seen after its deadline stays ended when the clock is set back")
        void clock_setBackAfterTheDeadlineWasSeen_revivesNothing(SeenBy seenBy) {
            Secret code = fixture.codeTo(ResetFixture.MAIL);
            Secret link = fixture.linkTo(ResetFixture.MAIL);
            fixture.clock.set(deadline);
            seenBy.call.accept(reset, new Seen(handle, code, link));
            fixture.clock.set(TestClock.START);

            assertThat(reset.status(handle)).isEqualTo(FlowStatus.ENDED);
            assertThat(reset.answer(handle, code)).isInstanceOf(Refused.class);
            assertThat(reset.continueHere(link)).isInstanceOf(Refused.class);
            assertThat(reset.open(link, Optional.empty())).isEqualTo(LinkView.ENDED);
            assertThat(reset.resend(handle)).isInstanceOf(Refused.class);
        }

        @Test
        @Tag("F2-S13")
        @DisplayName(
                "F2-S13: a proven flow that was seen after its deadline takes no password when the clock is set back")
        void clock_setBackAfterTheDeadlineOfAProvenFlow_setsNothing() {
            reset.answer(handle, fixture.codeTo(ResetFixture.MAIL));
            fixture.clock.set(deadline);
            assertThat(reset.complete(handle, ResetFixture.NEW)).isEqualTo(Refused.of(Refusal.GONE));
            fixture.clock.set(TestClock.START);

            assertThat(reset.complete(handle, ResetFixture.NEW)).isEqualTo(Refused.of(Refusal.GONE));
            assertThat(fixture.users.signsIn(ResetFixture.ALICE, ResetFixture.OLD))
                    .isEqualTo(SignIn.SIGNED_IN);
        }

        @Test
        @Tag("F2-S13")
        @DisplayName("F2-S13: an unknown name's flow stays ended too, with the same number of writes")
        void clock_setBack_treatsADecoyAlike() {
            FlowHandle decoy = fixture.started(reset, "nobody");
            fixture.clock.set(deadline.plusSeconds(1));
            reset.status(decoy);
            reset.status(handle);
            fixture.clock.set(TestClock.START);

            assertThat(reset.status(decoy)).isEqualTo(FlowStatus.ENDED);
            assertThat(fixture.stored(decoy).version())
                    .isEqualTo(fixture.stored(handle).version());
        }
    }

    private record Seen(FlowHandle handle, Secret code, Secret link) {}

    /** The calls that see a flow after its deadline. */
    @SuppressWarnings("ImmutableEnumChecker") // each call is a method of the tested flow
    private enum SeenBy {
        STATUS((reset, seen) -> reset.status(seen.handle())),
        ANSWER((reset, seen) -> reset.answer(seen.handle(), seen.code())),
        ANSWER_LINK((reset, seen) -> reset.answerLink(seen.handle(), seen.link())),
        CONTINUE((reset, seen) -> reset.continueHere(seen.link())),
        OPEN((reset, seen) -> reset.open(seen.link(), Optional.empty())),
        RESEND((reset, seen) -> reset.resend(seen.handle())),
        CHOOSE((reset, seen) -> reset.choose(seen.handle(), MethodKind.EMAIL_CODE)),
        PROMPT((reset, seen) -> reset.prompt(seen.handle())),
        RESUME((reset, seen) -> reset.resume(seen.handle())),
        COMPLETE((reset, seen) -> reset.complete(seen.handle(), ResetFixture.NEW));

        private final BiConsumer<ResetFlow, Seen> call;

        SeenBy(BiConsumer<ResetFlow, Seen> call) {
            this.call = call;
        }
    }
}
