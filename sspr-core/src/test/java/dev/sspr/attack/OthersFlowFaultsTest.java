package dev.sspr.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.fixture.ResetFixture;
import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.FlowStatus;
import dev.sspr.flow.FlowView;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.flow.StartResult;
import dev.sspr.flow.UnavailableException;
import dev.sspr.internal.reset.ResetFlow;
import dev.sspr.policy.ResetPolicy;
import dev.sspr.policy.ResetPolicy.MethodRule;
import dev.sspr.policy.ResetPolicy.Use;
import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.FlowStore;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Response;
import dev.sspr.spi.Secret;
import dev.sspr.spi.memory.SignIn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Faults by which another product skipped a step, or took progress from its caller. */
class OthersFlowFaultsTest {
    private static final long SEED = 20261201;
    private static final Secret WRONG = Secret.of("AAAAAAAAAA");

    private final ResetFixture fixture = new ResetFixture();

    private void twoProofs() {
        fixture.policy = ResetPolicy.standard()
                .proofs(2)
                .methods(List.of(
                        new MethodRule(MethodKind.EMAIL_CODE, Use.ALONE),
                        new MethodRule(MethodKind.SMS_CODE, Use.ALONE_RISK_ACKNOWLEDGED)));
        fixture.with("alice", AccountStatus.ACTIVE, Account.Privilege.ORDINARY, ResetFixture.MAIL, ResetFixture.PHONE);
    }

    /** Calls in any order, with everything that a caller can invent and nothing that a message carries. */
    @Test
    @Tag("R-FLOW-2")
    @DisplayName("R-FLOW-2: no order of calls without a message's secret proves anything or sets a password")
    void calls_inAnyOrderWithoutASecret_makeNoProgress() {
        fixture.withAlice();
        ResetFlow reset = fixture.reset();
        Random random = new Random(SEED);
        List<Consumer<FlowHandle>> calls = List.of(
                handle -> reset.choose(handle, MethodKind.EMAIL_CODE),
                handle -> reset.choose(handle, MethodKind.SMS_CODE),
                handle -> reset.choose(handle, new MethodKind("no-such")),
                reset::resend,
                handle -> reset.answer(handle, WRONG),
                handle -> reset.answer(handle, new Response.Poll()),
                handle -> reset.answer(handle, new Response.Answers(List.of())),
                handle -> reset.answer(handle, new Response.Chosen(List.of())),
                handle -> reset.answer(handle, new Response.Link(handle.secret())),
                handle -> reset.answer(handle, new Response.PublicKey(WRONG)),
                handle -> reset.answerLink(handle, handle.secret()),
                handle -> reset.continueHere(handle.secret()),
                reset::resume,
                reset::status,
                reset::prompt,
                handle -> reset.complete(handle, ResetFixture.NEW),
                handle -> fixture.executor.runAll(),
                handle -> fixture.clock.advance(Duration.ofSeconds(61)));
        for (int walk = 0; walk < 300; walk++) {
            FlowHandle handle = fixture.started(reset, "alice" + (walk % 2 == 0 ? "" : walk));
            for (int step = 0; step < 25; step++) {
                calls.get(random.nextInt(calls.size())).accept(handle);
                assertThat(reset.status(handle))
                        .as("seed %d, walk %d, step %d", SEED, walk, step)
                        .isNotIn(FlowStatus.PROVEN, FlowStatus.IN_PROGRESS, FlowStatus.DONE);
            }
            fixture.clock.advance(Duration.ofHours(25));
        }

        assertThat(fixture.users.signsIn(ResetFixture.ALICE, ResetFixture.OLD)).isEqualTo(SignIn.SIGNED_IN);
    }

    @Nested
    class ChoosingAnother {
        private final ResetFlow reset;
        private final FlowHandle handle;

        ChoosingAnother() {
            twoProofs();
            reset = fixture.reset();
            handle = fixture.started(reset, "alice");
            choose(MethodKind.EMAIL_CODE);
        }

        private void choose(MethodKind kind) {
            fixture.clock.advance(Duration.ofSeconds(61));
            reset.choose(handle, kind);
            fixture.executor.runAll();
        }

        private FlowView view() {
            return reset.resume(handle).orElseThrow();
        }

        @Test
        @Tag("R-FLOW-4")
        @DisplayName("R-FLOW-4: choosing another method before the first proof drops the challenge and proves nothing")
        void method_chosenBeforeAProof_dropsTheChallengeOnly() {
            Secret mail = fixture.codeTo(ResetFixture.MAIL);
            choose(MethodKind.SMS_CODE);

            assertThat(reset.answer(handle, mail)).isInstanceOf(AnswerResult.NotProven.class);
            assertThat(reset.complete(handle, ResetFixture.NEW)).isEqualTo(Refused.of(Refusal.NOT_NOW));
            assertThat(reset.answer(handle, fixture.codeTo(ResetFixture.PHONE)))
                    .isInstanceOf(AnswerResult.MoreNeeded.class);
            assertThat(reset.complete(handle, ResetFixture.NEW)).isEqualTo(Refused.of(Refusal.NOT_NOW));
        }

        @Test
        @Tag("R-FLOW-4")
        @DisplayName("R-FLOW-4: going back and forth after one proof of two keeps that proof and adds none")
        void method_chosenAfterAProof_keepsTheProofAndAddsNone() {
            reset.answer(handle, fixture.codeTo(ResetFixture.MAIL));
            for (int i = 0; i < 3; i++) {
                choose(MethodKind.SMS_CODE);
                choose(MethodKind.EMAIL_CODE);
                assertThat(view().status()).isEqualTo(FlowStatus.WAITING_FOR_PROOF);
                assertThat(view().offers()).extracting(offer -> offer.kind()).containsExactly(MethodKind.SMS_CODE);
                assertThat(reset.complete(handle, ResetFixture.NEW)).isEqualTo(Refused.of(Refusal.NOT_NOW));
            }

            assertThat(reset.answer(handle, fixture.codeTo(ResetFixture.PHONE))).isEqualTo(new AnswerResult.Proven());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = FlowStore.Replaced.class,
            names = {"STALE", "GONE"})
    @Tag("V-RACE-4")
    @DisplayName(
            "V-RACE-4: if the store reports that it replaced nothing, no code proves, no link moves, nothing is set")
    void store_thatReplacesNothing_letsNothingPass(FlowStore.Replaced answer) {
        boolean[] refuses = new boolean[1];
        fixture.withAlice().through(call -> call.is("FlowStore.replace") && refuses[0] ? answer : call.go());
        ResetFlow reset = fixture.reset();
        FlowHandle proven = fixture.proven(reset);
        fixture.clock.advance(Duration.ofSeconds(61));
        FlowHandle handle = fixture.started(reset, "alice");
        refuses[0] = true;

        assertThat(seen(() -> reset.answer(handle, fixture.codeTo(ResetFixture.MAIL))))
                .isNotInstanceOf(AnswerResult.Proven.class);
        assertThat(seen(() -> reset.continueHere(fixture.linkTo(ResetFixture.MAIL))))
                .isNotInstanceOf(AnswerResult.Moved.class);
        assertThat(seen(() -> reset.complete(proven, ResetFixture.NEW))).isNotInstanceOf(CompleteResult.Done.class);
        refuses[0] = false;
        assertThat(reset.status(handle)).isEqualTo(FlowStatus.WAITING_FOR_PROOF);
        assertThat(fixture.users.signsIn(ResetFixture.ALICE, ResetFixture.OLD)).isEqualTo(SignIn.SIGNED_IN);
    }

    private static Object seen(Supplier<?> call) {
        try {
            return call.get();
        } catch (UnavailableException e) {
            return e;
        }
    }

    @Test
    @Tag("R-RATE-15")
    @DisplayName(
            "R-RATE-15: past a limit each start is put off to a stated time, works exactly then, and holds no thread")
    void start_pastALimit_isPutOffToAStatedTime() {
        ResetFlow reset = fixture.withAlice().reset();
        FlowContext here = FlowContext.of(Locale.ENGLISH);
        int putOff = 0;
        for (int i = 0; i < 30; i++) {
            StartResult result = reset.start("alice", here);
            if (result instanceof Refused refused) {
                putOff++;
                Instant at = refused.retryAt().orElseThrow();
                assertThat(at).isAfter(fixture.clock.instant());
                fixture.clock.set(at.minusMillis(1));
                assertThat(reset.start("alice", here)).isEqualTo(Refused.until(at));
                fixture.clock.set(at);
                assertThat(reset.start("alice", here)).isInstanceOf(StartResult.Started.class);
            }
        }

        assertThat(putOff).isPositive();
    }
}
