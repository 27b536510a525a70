package dev.sspr.reset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.fixture.ResetFixture;
import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.FlowStatus;
import dev.sspr.flow.LinkView;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.flow.ReportResult;
import dev.sspr.flow.SendResult;
import dev.sspr.internal.reset.ResetFlow;
import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.Finding;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Secret;
import dev.sspr.spi.memory.SignIn;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PasswordResetTest {
    private final ResetFixture fixture = new ResetFixture().withAlice();
    private final ResetFlow reset = fixture.reset();

    @Test
    void reset_withTheRightCode_setsThePassword() {
        FlowHandle handle = fixture.started(reset, "Alice");

        AnswerResult answer = reset.answer(handle, fixture.codeTo(ResetFixture.MAIL));
        CompleteResult done = reset.complete(handle, ResetFixture.NEW);

        assertThat(answer).isInstanceOf(AnswerResult.Proven.class);
        assertThat(done).isEqualTo(new CompleteResult.Done(CompleteResult.Done.Sessions.ENDED));
        assertThat(fixture.users.signsIn(ResetFixture.ALICE, ResetFixture.NEW)).isEqualTo(SignIn.SIGNED_IN);
        assertThat(fixture.users.signsIn(ResetFixture.ALICE, ResetFixture.OLD)).isNotEqualTo(SignIn.SIGNED_IN);
        fixture.executor.runAll();
        assertThat(reset.status(handle)).isEqualTo(FlowStatus.DONE);
    }

    @Test
    void complete_withAWeakPassword_spendsNothingAndNamesEveryReason() {
        FlowHandle handle = fixture.started(reset, "alice");
        reset.answer(handle, fixture.codeTo(ResetFixture.MAIL));

        CompleteResult weak = reset.complete(handle, Secret.of("alice123"));
        CompleteResult good = reset.complete(handle, ResetFixture.NEW);

        assertThat(((CompleteResult.Rejected) weak).findings())
                .extracting(Finding::code)
                .containsExactly("password.too-short", "password.common", "password.context-word");
        assertThat(good).isInstanceOf(CompleteResult.Done.class);
    }

    @Test
    void complete_refusedByTheStore_spendsNothing() {
        fixture.users.rejectPasswordsWith(password -> List.of(Finding.of("password.in-history")));
        FlowHandle handle = fixture.started(reset, "alice");
        reset.answer(handle, fixture.codeTo(ResetFixture.MAIL));

        CompleteResult refused = reset.complete(handle, ResetFixture.NEW);
        fixture.users.rejectPasswordsWith(password -> List.of());
        CompleteResult good = reset.complete(handle, ResetFixture.NEW);

        assertThat(refused).isEqualTo(new CompleteResult.Rejected(List.of(Finding.of("password.in-history"))));
        assertThat(good).isInstanceOf(CompleteResult.Done.class);
    }

    @Test
    void answer_wrongFiveTimes_isDeadForTheSixth() {
        FlowHandle handle = fixture.started(reset, "alice");
        for (int left = 4; left >= 0; left--) {
            assertThat(reset.answer(handle, Secret.of("AAAAAAAAAA"))).isEqualTo(new AnswerResult.NotProven(left));
        }

        assertThat(reset.answer(handle, fixture.codeTo(ResetFixture.MAIL)))
                .isEqualTo(Refused.of(Refusal.TOO_MANY_TRIES));
        assertThat(reset.resend(handle)).isEqualTo(Refused.of(Refusal.TOO_MANY_TRIES));
    }

    @Test
    void answer_twiceWithTheSameCode_hasTheSameOutcome() {
        FlowHandle handle = fixture.started(reset, "alice");
        Secret code = fixture.codeTo(ResetFixture.MAIL);

        assertThat(reset.answer(handle, code)).isEqualTo(new AnswerResult.Proven());
        assertThat(reset.answer(handle, code)).isEqualTo(new AnswerResult.Proven());
        assertThat(reset.answer(handle, Secret.of("AAAAAAAAAA"))).isEqualTo(Refused.of(Refusal.NOT_NOW));
    }

    @Test
    void reset_ofAPrivilegedAccount_takesTwoProofsOfDifferentKind() {
        fixture.with("root", AccountStatus.ACTIVE, Account.Privilege.PRIVILEGED, ResetFixture.MAIL, ResetFixture.PHONE);
        FlowHandle handle = fixture.started(reset, "root");

        AnswerResult first = reset.answer(handle, fixture.codeTo(ResetFixture.MAIL));
        assertThat(reset.complete(handle, ResetFixture.NEW)).isEqualTo(Refused.of(Refusal.NOT_NOW));
        SendResult sent = reset.choose(handle, MethodKind.SMS_CODE);
        fixture.executor.runAll();
        AnswerResult second = reset.answer(handle, fixture.codeTo(ResetFixture.PHONE));

        assertThat(((AnswerResult.MoreNeeded) first).offers())
                .singleElement()
                .satisfies(offer -> assertThat(offer.label()).contains("+•••••••78"));
        assertThat(sent).isInstanceOf(SendResult.Asked.class);
        assertThat(second).isEqualTo(new AnswerResult.Proven());
        assertThat(reset.complete(handle, ResetFixture.NEW)).isInstanceOf(CompleteResult.Done.class);
    }

    @Test
    void resend_whileFresh_sendsTheSameCode() {
        FlowHandle handle = fixture.started(reset, "alice");
        Secret first = fixture.codeTo(ResetFixture.MAIL);

        assertThat(reset.resend(handle)).isInstanceOf(Refused.class);
        fixture.clock.advance(Duration.ofSeconds(61));
        assertThat(reset.resend(handle)).isInstanceOf(SendResult.Asked.class);
        fixture.executor.runAll();

        assertThat(fixture.notifier.messages()).hasSize(2);
        assertThat(fixture.codeTo(ResetFixture.MAIL)).isEqualTo(first);
        fixture.clock.advance(Duration.ofMinutes(6));
        reset.resend(handle);
        fixture.executor.runAll();
        assertThat(fixture.codeTo(ResetFixture.MAIL)).isNotEqualTo(first);
    }

    @Test
    void answer_overTime_isToldAndAnotherCodeMayBeAskedFor() {
        FlowHandle handle = fixture.started(reset, "alice");
        Secret late = fixture.codeTo(ResetFixture.MAIL);
        fixture.clock.advance(Duration.ofMinutes(10));

        assertThat(reset.answer(handle, late)).isEqualTo(Refused.of(Refusal.CHALLENGE_EXPIRED));
        assertThat(reset.resend(handle)).isInstanceOf(SendResult.Asked.class);
        fixture.executor.runAll();
        assertThat(reset.answer(handle, fixture.codeTo(ResetFixture.MAIL))).isEqualTo(new AnswerResult.Proven());
    }

    @Test
    void link_openedElsewhere_movesTheResetOnlyWhenTheButtonIsPressed() {
        FlowHandle stranger = fixture.started(reset, "alice");
        Secret link =
                ResetFixture.token(fixture.content(ResetFixture.MAIL).link().orElseThrow());

        assertThat(reset.open(link, Optional.of(stranger))).isEqualTo(LinkView.HERE);
        assertThat(reset.open(link, Optional.empty())).isEqualTo(LinkView.ELSEWHERE);
        AnswerResult.Moved moved = (AnswerResult.Moved) reset.continueHere(link);

        assertThat(moved.then()).isEqualTo(new AnswerResult.Proven());
        assertThat(reset.status(stranger)).isEqualTo(FlowStatus.UNKNOWN);
        assertThat(reset.complete(stranger, ResetFixture.NEW)).isEqualTo(Refused.of(Refusal.GONE));
        assertThat(reset.continueHere(link)).isEqualTo(Refused.of(Refusal.GONE));
        assertThat(reset.complete(moved.handle(), ResetFixture.NEW)).isInstanceOf(CompleteResult.Done.class);
    }

    @Test
    void report_throughTheCancelLink_endsTheResetAndRaisesTheBar() {
        fixture.with("root", AccountStatus.ACTIVE, Account.Privilege.ORDINARY, ResetFixture.MAIL, ResetFixture.PHONE);
        FlowHandle handle = fixture.started(reset, "root");
        Secret cancel =
                ResetFixture.token(fixture.content(ResetFixture.MAIL).cancel().orElseThrow());

        assertThat(reset.report(cancel)).isEqualTo(ReportResult.REPORTED);
        assertThat(reset.report(cancel)).isEqualTo(ReportResult.GONE);
        assertThat(reset.status(handle)).isEqualTo(FlowStatus.ENDED);
        fixture.clock.advance(Duration.ofMinutes(5));
        FlowHandle next = fixture.started(reset, "root");
        assertThat(reset.answer(next, fixture.codeTo(ResetFixture.MAIL))).isInstanceOf(AnswerResult.MoreNeeded.class);
    }

    @Test
    void start_ofAnUnknownName_walksTheSameRoad() {
        FlowHandle handle = fixture.started(reset, "nobody");

        assertThat(fixture.notifier.messages()).isEmpty();
        assertThat(reset.answer(handle, Secret.of("AAAAAAAAAA"))).isEqualTo(new AnswerResult.NotProven(4));
        assertThat(reset.complete(handle, ResetFixture.NEW)).isEqualTo(Refused.of(Refusal.NOT_NOW));
        assertThat(reset.start("\u202Ealice", FlowContext.of(Locale.ENGLISH)))
                .isEqualTo(Refused.of(Refusal.MALFORMED_NAME));
    }

    @Test
    void start_ofADisabledAccount_explainsAtItsOwnAddressOnly() {
        fixture.with("bob", AccountStatus.DISABLED, Account.Privilege.ORDINARY, ResetFixture.MAIL);
        FlowHandle handle = fixture.started(reset, "bob");

        assertThat(fixture.notifier.messages())
                .singleElement()
                .satisfies(message -> assertThat(message.content().template()).isEqualTo("reset.not-possible"));
        assertThat(reset.answer(handle, Secret.of("AAAAAAAAAA"))).isEqualTo(new AnswerResult.NotProven(4));
    }
}
