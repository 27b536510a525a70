package dev.sspr.unlock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.fixture.ResetFixture;
import dev.sspr.fixture.TestedFlow;
import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.FlowStatus;
import dev.sspr.flow.LinkView;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.flow.ReportResult;
import dev.sspr.flow.StartResult;
import dev.sspr.flow.UnlockResult;
import dev.sspr.internal.reset.ResetFlow;
import dev.sspr.internal.unlock.UnlockFlow;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.Challenge;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Secret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A reset and an unlock of one account share nothing but the guesses there are. */
class UnlockBindingTest {
    private static final Secret WRONG = Secret.of("AAAAAAAAAA");

    private final List<Challenge> checked = new ArrayList<>();
    private final ResetFixture fixture = new ResetFixture().withLockedAlice().through(call -> {
        if (call.is("MfaVerifier.check") || call.is("MfaVerifier.begin")) {
            checked.add((Challenge) call.args[0]);
        }
        return call.go();
    });
    private final ResetFlow reset = fixture.reset();
    private final UnlockFlow unlock = fixture.unlock();

    private int comparisons() {
        return (int) checked.stream().map(Challenge::id).count();
    }

    @Nested
    @Tag("V-BIND-5")
    class AProof {
        @Test
        void ofAReset_isNothingToAnUnlock() {
            FlowHandle handle = fixture.proven(reset);

            assertThat(unlock.status(handle)).isEqualTo(FlowStatus.UNKNOWN);
            assertThat(unlock.complete(handle)).isEqualTo(Refused.of(Refusal.GONE));
            assertThat(unlock.continueHere(fixture.linkTo(ResetFixture.MAIL))).isEqualTo(Refused.of(Refusal.GONE));
            assertThat(unlock.open(fixture.linkTo(ResetFixture.MAIL), Optional.of(handle)))
                    .isEqualTo(LinkView.ENDED);
            assertThat(unlock.report(fixture.cancelTo(ResetFixture.MAIL))).isEqualTo(ReportResult.GONE);
            assertThat(fixture.status()).isEqualTo(AccountStatus.LOCKED);
            assertThat(reset.status(handle)).isEqualTo(FlowStatus.PROVEN);
        }

        @Test
        void ofAnUnlock_isNothingToAReset() {
            FlowHandle handle = fixture.proven(unlock);

            assertThat(reset.status(handle)).isEqualTo(FlowStatus.UNKNOWN);
            assertThat(reset.complete(handle, ResetFixture.NEW)).isEqualTo(Refused.of(Refusal.GONE));
            assertThat(reset.continueHere(fixture.linkTo(ResetFixture.MAIL))).isEqualTo(Refused.of(Refusal.GONE));
            assertThat(reset.report(fixture.cancelTo(ResetFixture.MAIL))).isEqualTo(ReportResult.GONE);
            assertThat(unlock.status(handle)).isEqualTo(FlowStatus.PROVEN);
        }

        @Test
        void codeOfAReset_isWrongInAnUnlock() {
            fixture.started(reset, "alice");
            Secret resets = fixture.codeTo(ResetFixture.MAIL);
            fixture.clock.advance(Duration.ofMinutes(2));
            FlowHandle handle = fixture.started(unlock, "alice");

            assertThat(fixture.codeTo(ResetFixture.MAIL)).isNotEqualTo(resets);
            assertThat(unlock.answer(handle, resets)).isEqualTo(new AnswerResult.NotProven(4));
        }

        @Test
        void challenges_areForTheirPurpose() {
            fixture.proven(reset);
            assertThat(checked).isNotEmpty().allMatch(one -> one.purpose() == Purpose.RESET);
            checked.clear();
            fixture.clock.advance(Duration.ofMinutes(2));
            fixture.proven(unlock);
            assertThat(checked).hasSizeGreaterThan(1).allMatch(one -> one.purpose() == Purpose.UNLOCK);
        }
    }

    @Test
    @Tag("R-TOK-8")
    void reset_done_endsTheUnlockBesideIt() {
        FlowHandle unlocks = fixture.proven(unlock);
        fixture.clock.advance(Duration.ofMinutes(2));
        FlowHandle resets = fixture.proven(reset);

        assertThat(reset.complete(resets, ResetFixture.NEW)).isInstanceOf(CompleteResult.Done.class);
        assertThat(unlock.complete(unlocks)).isEqualTo(Refused.of(Refusal.GONE));
    }

    @Test
    void unlock_done_leavesTheResetBesideIt() {
        FlowHandle resets = fixture.proven(reset);
        fixture.clock.advance(Duration.ofMinutes(2));
        FlowHandle unlocks = fixture.proven(unlock);

        assertThat(unlock.complete(unlocks)).isInstanceOf(UnlockResult.Unlocked.class);
        assertThat(reset.complete(resets, ResetFixture.NEW)).isInstanceOf(CompleteResult.Done.class);
    }

    @Nested
    class ABudget {
        private void guessWrong(TestedFlow flow) {
            FlowHandle handle = fixture.started(flow, "alice");
            for (int guess = 0; guess < 5; guess++) {
                flow.answer(handle, WRONG);
            }
            fixture.clock.advance(Duration.ofMinutes(2));
        }

        @Test
        @Tag("R-RATE-2")
        void ofADay_isOneForBoth() {
            guessWrong(TestedFlow.of(reset));
            guessWrong(TestedFlow.of(reset));
            checked.clear();
            FlowHandle handle = fixture.started(unlock, "alice");
            int begun = comparisons();

            AnswerResult right = unlock.answer(handle, fixture.codeTo(ResetFixture.MAIL));

            assertThat(right).isEqualTo(new AnswerResult.NotProven(4));
            assertThat(comparisons()).isEqualTo(begun);
        }

        @Test
        @Tag("R-RATE-2")
        void ofADay_spentOnUnlocks_leavesTheResetNone() {
            guessWrong(TestedFlow.of(unlock));
            guessWrong(TestedFlow.of(unlock));
            FlowHandle handle = fixture.started(reset, "alice");

            assertThat(reset.answer(handle, fixture.codeTo(ResetFixture.MAIL)))
                    .isEqualTo(new AnswerResult.NotProven(4));
        }

        @Test
        @Tag("R-RATE-3")
        void ofGuessesInARow_isOneForBoth() {
            for (int day = 0; day < 5; day++) {
                guessWrong(TestedFlow.of(reset));
                guessWrong(TestedFlow.of(unlock));
                fixture.clock.advance(Duration.ofHours(25));
            }
            FlowHandle handle = fixture.started(unlock, "alice");
            AnswerResult right = unlock.answer(handle, fixture.codeTo(ResetFixture.MAIL));

            assertThat(right).isEqualTo(new AnswerResult.NotProven(4));
        }

        @Test
        @Tag("R-RATE-6")
        void ofStarts_isOneForBoth() {
            List<StartResult> results = new ArrayList<>();
            for (int i = 0; i < 11; i++) {
                results.add((i % 2 == 0 ? TestedFlow.of(reset) : TestedFlow.of(unlock))
                        .start("alice", FlowContext.of(Locale.ENGLISH)));
            }

            assertThat(results).allMatch(StartResult.Started.class::isInstance);
            assertThat(unlock.start("alice", FlowContext.of(Locale.ENGLISH))).isInstanceOf(Refused.class);
        }

        @Test
        @Tag("R-RATE-9")
        void ofMessagesToAMailbox_isOneForBoth() {
            for (int i = 0; i < 8; i++) {
                fixture.started(i % 2 == 0 ? TestedFlow.of(reset) : TestedFlow.of(unlock), "alice");
                fixture.clock.advance(Duration.ofMinutes(2));
            }

            assertThat(fixture.notifier.messages()).hasSize(fixture.limits.mailsPerHour());
        }
    }
}
