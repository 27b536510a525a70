package dev.sspr.internal.proof;

import static org.assertj.core.api.Assertions.assertThat;

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
import dev.sspr.reset.PasswordReset;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.Challenge;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Secret;
import dev.sspr.unlock.AccountUnlock;
import dev.sspr.unlock.UnlockResult;
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
    private final World world = new World().withLockedAlice().through(call -> {
        if (call.is("MfaVerifier.check") || call.is("MfaVerifier.begin")) {
            checked.add((Challenge) call.args[0]);
        }
        return call.go();
    });
    private final PasswordReset reset = world.reset();
    private final AccountUnlock unlock = world.unlock();

    private int comparisons() {
        return (int) checked.stream().map(Challenge::id).count();
    }

    @Nested
    @Tag("V-BIND-5")
    class AProof {
        @Test
        void ofAReset_isNothingToAnUnlock() {
            FlowHandle handle = world.proven(reset);

            assertThat(unlock.status(handle)).isEqualTo(FlowStatus.UNKNOWN);
            assertThat(unlock.complete(handle)).isEqualTo(new UnlockResult.Refused(Refusal.GONE));
            assertThat(unlock.continueHere(world.linkTo(World.MAIL))).isEqualTo(Refused.of(Refusal.GONE));
            assertThat(unlock.open(world.linkTo(World.MAIL), Optional.of(handle)))
                    .isEqualTo(LinkView.ENDED);
            assertThat(unlock.report(world.cancelTo(World.MAIL))).isEqualTo(ReportResult.GONE);
            assertThat(world.status()).isEqualTo(AccountStatus.LOCKED);
            assertThat(reset.status(handle)).isEqualTo(FlowStatus.PROVEN);
        }

        @Test
        void ofAnUnlock_isNothingToAReset() {
            FlowHandle handle = world.proven(unlock);

            assertThat(reset.status(handle)).isEqualTo(FlowStatus.UNKNOWN);
            assertThat(reset.complete(handle, World.NEW)).isEqualTo(Refused.of(Refusal.GONE));
            assertThat(reset.continueHere(world.linkTo(World.MAIL))).isEqualTo(Refused.of(Refusal.GONE));
            assertThat(reset.report(world.cancelTo(World.MAIL))).isEqualTo(ReportResult.GONE);
            assertThat(unlock.status(handle)).isEqualTo(FlowStatus.PROVEN);
        }

        @Test
        void codeOfAReset_isWrongInAnUnlock() {
            world.started(reset, "alice");
            Secret resets = world.codeTo(World.MAIL);
            world.clock.advance(Duration.ofMinutes(2));
            FlowHandle handle = world.started(Face.of(unlock), "alice");

            assertThat(world.codeTo(World.MAIL)).isNotEqualTo(resets);
            assertThat(unlock.answer(handle, resets)).isEqualTo(new AnswerResult.NotProven(4));
        }

        @Test
        void challenges_areForTheirPurpose() {
            world.proven(reset);
            assertThat(checked).isNotEmpty().allMatch(one -> one.purpose() == Purpose.RESET);
            checked.clear();
            world.clock.advance(Duration.ofMinutes(2));
            world.proven(unlock);
            assertThat(checked).hasSizeGreaterThan(1).allMatch(one -> one.purpose() == Purpose.UNLOCK);
        }
    }

    @Test
    @Tag("R-TOK-8")
    void reset_done_endsTheUnlockBesideIt() {
        FlowHandle unlocks = world.proven(unlock);
        world.clock.advance(Duration.ofMinutes(2));
        FlowHandle resets = world.proven(reset);

        assertThat(reset.complete(resets, World.NEW)).isInstanceOf(CompleteResult.Done.class);
        assertThat(unlock.complete(unlocks)).isEqualTo(new UnlockResult.Refused(Refusal.GONE));
    }

    @Test
    void unlock_done_leavesTheResetBesideIt() {
        FlowHandle resets = world.proven(reset);
        world.clock.advance(Duration.ofMinutes(2));
        FlowHandle unlocks = world.proven(unlock);

        assertThat(unlock.complete(unlocks)).isInstanceOf(UnlockResult.Unlocked.class);
        assertThat(reset.complete(resets, World.NEW)).isInstanceOf(CompleteResult.Done.class);
    }

    @Nested
    class ABudget {
        private void guessWrong(Face face) {
            FlowHandle handle = world.started(face, "alice");
            for (int guess = 0; guess < 5; guess++) {
                face.answer(handle, WRONG);
            }
            world.clock.advance(Duration.ofMinutes(2));
        }

        @Test
        @Tag("R-RATE-2")
        void ofADay_isOneForBoth() {
            guessWrong(Face.of(reset));
            guessWrong(Face.of(reset));
            checked.clear();
            FlowHandle handle = world.started(Face.of(unlock), "alice");
            int begun = comparisons();

            AnswerResult right = unlock.answer(handle, world.codeTo(World.MAIL));

            assertThat(((Refused) right).reason()).isEqualTo(Refusal.TRY_LATER);
            assertThat(comparisons()).isEqualTo(begun);
        }

        @Test
        @Tag("R-RATE-2")
        void ofADay_spentOnUnlocks_leavesTheResetNone() {
            guessWrong(Face.of(unlock));
            guessWrong(Face.of(unlock));
            FlowHandle handle = world.started(reset, "alice");

            assertThat(((Refused) reset.answer(handle, world.codeTo(World.MAIL))).reason())
                    .isEqualTo(Refusal.TRY_LATER);
        }

        @Test
        @Tag("R-RATE-3")
        void ofGuessesInARow_isOneForBoth() {
            for (int day = 0; day < 5; day++) {
                guessWrong(Face.of(reset));
                guessWrong(Face.of(unlock));
                world.clock.advance(Duration.ofHours(25));
            }
            FlowHandle handle = world.started(Face.of(unlock), "alice");
            Refused right = (Refused) unlock.answer(handle, world.codeTo(World.MAIL));

            assertThat(right.reason()).isEqualTo(Refusal.TRY_LATER);
            assertThat(right.retryAt().orElseThrow())
                    .isAfter(world.clock.instant().plus(Duration.ofDays(30)));
        }

        @Test
        @Tag("R-RATE-6")
        void ofStarts_isOneForBoth() {
            List<StartResult> results = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                results.add(
                        (i % 2 == 0 ? Face.of(reset) : Face.of(unlock)).start("alice", FlowContext.of(Locale.ENGLISH)));
            }

            assertThat(results).allMatch(StartResult.Started.class::isInstance);
            assertThat(unlock.start("alice", FlowContext.of(Locale.ENGLISH))).isInstanceOf(Refused.class);
        }

        @Test
        @Tag("R-RATE-9")
        void ofMessagesToAMailbox_isOneForBoth() {
            for (int i = 0; i < 8; i++) {
                world.started(i % 2 == 0 ? Face.of(reset) : Face.of(unlock), "alice");
                world.clock.advance(Duration.ofMinutes(2));
            }

            assertThat(world.notifier.messages()).hasSize(world.limits.mailsPerHour());
        }
    }
}
