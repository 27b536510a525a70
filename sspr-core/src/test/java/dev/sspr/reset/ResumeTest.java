package dev.sspr.reset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.fixture.ResetFixture;
import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.FlowStatus;
import dev.sspr.flow.FlowView;
import dev.sspr.flow.FlowView.PendingView;
import dev.sspr.flow.MethodOffer;
import dev.sspr.flow.StartResult;
import dev.sspr.internal.reset.ResetFlow;
import dev.sspr.password.Requirement;
import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A browser that returns to a reset learns where it stands, and nothing that it may not know. */
@Tag("F2-H4")
@Tag("R-ENUM-3")
class ResumeTest {
    private static final Secret WRONG = Secret.of("AAAAAAAAAA");

    private final ResetFixture fixture = new ResetFixture().withAlice();
    private final ResetFlow reset = fixture.reset();

    private FlowView resumed(FlowHandle handle) {
        return reset.resume(handle).orElseThrow();
    }

    private PendingView pending(FlowHandle handle) {
        return resumed(handle).challenge().orElseThrow();
    }

    private FlowHandle privileged() {
        fixture.with("root", AccountStatus.ACTIVE, Account.Privilege.PRIVILEGED, ResetFixture.MAIL, ResetFixture.PHONE);
        return fixture.started(reset, "root");
    }

    @Test
    void resume_afterTheStart_tellsWhatTheStartTold() {
        Instant begun = fixture.clock.instant();
        StartResult.Started started = (StartResult.Started) reset.start("alice", FlowContext.of(Locale.ENGLISH));

        FlowView view = resumed(started.handle());

        assertThat(view)
                .isEqualTo(new FlowView(
                        FlowStatus.WAITING_FOR_PROOF,
                        started.offers(),
                        Optional.of(new PendingView(
                                MethodKind.EMAIL_CODE,
                                Optional.empty(),
                                Optional.empty(),
                                begun.plus(fixture.codes.mailLife()),
                                started.nextSendAt(),
                                5)),
                        started.expiresAt(),
                        List.of()));
        fixture.executor.runAll();
        assertThat(resumed(started.handle())).isEqualTo(view);
    }

    @Test
    void resume_afterWrongResponses_tellsTheTriesLeft() {
        FlowHandle handle = fixture.started(reset, "alice");
        reset.answer(handle, WRONG);
        reset.answer(handle, WRONG);

        assertThat(pending(handle).triesLeft()).isEqualTo(3);
    }

    @Test
    void resume_whenNoTriesAreLeft_showsNoChallenge() {
        FlowHandle handle = fixture.started(reset, "alice");
        for (int i = 0; i < 5; i++) {
            reset.answer(handle, WRONG);
        }

        assertThat(resumed(handle).challenge()).isEmpty();
        assertThat(resumed(handle).status()).isEqualTo(FlowStatus.WAITING_FOR_PROOF);
    }

    @Test
    void resume_lateInTheFlow_tellsNoLifeBeyondItsEnd() {
        FlowHandle handle = fixture.started(reset, "alice");
        Instant end = resumed(handle).expiresAt();
        fixture.clock.set(end.minusSeconds(60));
        reset.resend(handle);
        fixture.executor.runAll();

        assertThat(pending(handle).expiresAt()).isEqualTo(end);
    }

    @Test
    void resume_afterAFirstProof_offersTheMethodsOfTheAccount() {
        FlowHandle handle = privileged();
        List<MethodOffer> before = resumed(handle).offers();
        AnswerResult.MoreNeeded more =
                (AnswerResult.MoreNeeded) reset.answer(handle, fixture.codeTo(ResetFixture.MAIL));

        FlowView view = resumed(handle);

        assertThat(before).extracting(MethodOffer::label).containsOnly(Optional.empty());
        assertThat(view.offers()).isEqualTo(more.offers());
        assertThat(view.offers())
                .singleElement()
                .satisfies(offer -> assertThat(offer.label()).contains("+•••••••78"));
        assertThat(view.challenge()).isEmpty();
        assertThat(view.requirements()).isEmpty();
    }

    @Test
    void resume_whileASecondProofIsAwaited_masksItsDestination() {
        FlowHandle handle = privileged();
        assertThat(pending(handle).to()).isEmpty();
        reset.answer(handle, fixture.codeTo(ResetFixture.MAIL));
        reset.choose(handle, MethodKind.SMS_CODE);
        fixture.executor.runAll();

        assertThat(pending(handle).kind()).isEqualTo(MethodKind.SMS_CODE);
        assertThat(pending(handle).to()).contains("+•••••••78");
    }

    @Test
    @Tag("F2-H6")
    void resume_whenProven_listsTheRequirementsOfThePassword() {
        FlowHandle handle = fixture.proven(reset);

        FlowView view = resumed(handle);

        assertThat(view.status()).isEqualTo(FlowStatus.PROVEN);
        assertThat(view.offers()).isEmpty();
        assertThat(view.challenge()).isEmpty();
        assertThat(view.requirements())
                .filteredOn(it -> it.state() == Requirement.State.MISSING)
                .extracting(it -> it.rule().code())
                .contains("password.too-short");
    }

    @Test
    @Tag("F2-H6")
    void resume_ofAnUnlock_hasNoRequirements() {
        fixture.purpose = Purpose.UNLOCK;
        var unlock = fixture.unlock();
        FlowHandle handle = fixture.proven(unlock);

        FlowView view = unlock.resume(handle).orElseThrow();

        assertThat(view.status()).isEqualTo(FlowStatus.PROVEN);
        assertThat(view.requirements()).isEmpty();
    }

    @Test
    void resume_whenDone_saysSo() {
        FlowHandle handle = fixture.proven(reset);
        reset.complete(handle, ResetFixture.NEW);
        fixture.executor.runAll();

        FlowView view = resumed(handle);

        assertThat(view.status()).isEqualTo(FlowStatus.DONE);
        assertThat(view.requirements()).isEmpty();
    }

    @Test
    void resume_whenTheFlowIsOverTime_showsNothingToDo() {
        FlowHandle handle = fixture.started(reset, "alice");
        Instant end = resumed(handle).expiresAt();
        fixture.clock.set(end);

        assertThat(reset.resume(handle))
                .contains(new FlowView(FlowStatus.ENDED, List.of(), Optional.empty(), end, List.of()));
    }

    @Test
    void resume_byAHandleThatOpensNothing_isEmpty() {
        FlowHandle handle = fixture.started(reset, "alice");
        AnswerResult moved = reset.continueHere(fixture.linkTo(ResetFixture.MAIL));

        assertThat(reset.resume(handle)).isEmpty();
        assertThat(reset.resume(((AnswerResult.Moved) moved).handle())).isPresent();
        assertThat(reset.resume(FlowHandle.of("no handle"))).isEmpty();
    }

    @Test
    void resume_changesNothing() {
        FlowHandle handle = fixture.started(reset, "alice");
        var stored = fixture.stored(handle);
        int messages = fixture.notifier.messages().size();
        for (int i = 0; i < 200; i++) {
            assertThat(reset.resume(handle)).isPresent();
        }

        assertThat(fixture.stored(handle)).isEqualTo(stored);
        assertThat(fixture.notifier.messages()).hasSize(messages);
    }

    @Test
    @Tag("R-ENUM-1")
    void resume_isTheSame_forKnownAndUnknownNames() {
        FlowHandle known = fixture.started(reset, "alice");
        FlowHandle unknown = fixture.started(reset, "nobody");
        for (int i = 0; i < 5; i++) {
            assertThat(reset.resume(unknown)).isEqualTo(reset.resume(known)).isPresent();
            fixture.clock.advance(Duration.ofSeconds(70));
            reset.answer(known, WRONG);
            reset.answer(unknown, WRONG);
            reset.resend(known);
            reset.resend(unknown);
            assertThat(reset.resume(unknown)).isEqualTo(reset.resume(known));
            fixture.executor.runAll();
        }
        assertThat(reset.resume(unknown)).isEqualTo(reset.resume(known));
    }
}
