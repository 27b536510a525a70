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
import dev.sspr.flow.SendResult;
import dev.sspr.reset.PasswordReset;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.Finding;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Privilege;
import dev.sspr.spi.Secret;
import dev.sspr.spi.memory.SignIn;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PasswordResetTest {
    private final World world = new World().withAlice();
    private final PasswordReset reset = world.reset();

    @Test
    void reset_withTheRightCode_setsThePassword() {
        FlowHandle handle = world.started(reset, "Alice");

        AnswerResult answer = reset.answer(handle, world.codeTo(World.MAIL));
        CompleteResult done = reset.complete(handle, World.NEW);

        assertThat(answer).isInstanceOf(AnswerResult.Proven.class);
        assertThat(done).isEqualTo(new CompleteResult.Done(CompleteResult.Done.Sessions.ENDED));
        assertThat(world.users.signsIn(World.ALICE, World.NEW)).isEqualTo(SignIn.SIGNED_IN);
        assertThat(world.users.signsIn(World.ALICE, World.OLD)).isNotEqualTo(SignIn.SIGNED_IN);
        world.executor.runAll();
        assertThat(reset.status(handle)).isEqualTo(FlowStatus.DONE);
    }

    @Test
    void complete_withAWeakPassword_spendsNothingAndNamesEveryReason() {
        FlowHandle handle = world.started(reset, "alice");
        reset.answer(handle, world.codeTo(World.MAIL));

        CompleteResult weak = reset.complete(handle, Secret.of("alice123"));
        CompleteResult good = reset.complete(handle, World.NEW);

        assertThat(((CompleteResult.Rejected) weak).findings())
                .extracting(Finding::code)
                .containsExactly("password.too-short", "password.common", "password.context-word");
        assertThat(good).isInstanceOf(CompleteResult.Done.class);
    }

    @Test
    void complete_refusedByTheStore_spendsNothing() {
        world.users.rejectPasswordsWith(password -> List.of(Finding.of("password.in-history")));
        FlowHandle handle = world.started(reset, "alice");
        reset.answer(handle, world.codeTo(World.MAIL));

        CompleteResult refused = reset.complete(handle, World.NEW);
        world.users.rejectPasswordsWith(password -> List.of());
        CompleteResult good = reset.complete(handle, World.NEW);

        assertThat(refused).isEqualTo(new CompleteResult.Rejected(List.of(Finding.of("password.in-history"))));
        assertThat(good).isInstanceOf(CompleteResult.Done.class);
    }

    @Test
    void answer_wrongFiveTimes_isDeadForTheSixth() {
        FlowHandle handle = world.started(reset, "alice");
        for (int left = 4; left >= 0; left--) {
            assertThat(reset.answer(handle, Secret.of("AAAAAAAAAA"))).isEqualTo(new AnswerResult.NotProven(left));
        }

        assertThat(reset.answer(handle, world.codeTo(World.MAIL))).isEqualTo(Refused.of(Refusal.TOO_MANY_TRIES));
        assertThat(reset.resend(handle)).isEqualTo(Refused.of(Refusal.TOO_MANY_TRIES));
    }

    @Test
    void answer_twiceWithTheSameCode_hasTheSameOutcome() {
        FlowHandle handle = world.started(reset, "alice");
        Secret code = world.codeTo(World.MAIL);

        assertThat(reset.answer(handle, code)).isEqualTo(new AnswerResult.Proven());
        assertThat(reset.answer(handle, code)).isEqualTo(new AnswerResult.Proven());
        assertThat(reset.answer(handle, Secret.of("AAAAAAAAAA"))).isEqualTo(Refused.of(Refusal.NOT_NOW));
    }

    @Test
    void reset_ofAPrivilegedAccount_takesTwoProofsOfDifferentKind() {
        world.with("root", AccountStatus.ACTIVE, Privilege.PRIVILEGED, World.MAIL, World.PHONE);
        FlowHandle handle = world.started(reset, "root");

        AnswerResult first = reset.answer(handle, world.codeTo(World.MAIL));
        assertThat(reset.complete(handle, World.NEW)).isEqualTo(Refused.of(Refusal.NOT_NOW));
        SendResult sent = reset.choose(handle, MethodKind.SMS_CODE);
        world.executor.runAll();
        AnswerResult second = reset.answer(handle, world.codeTo(World.PHONE));

        assertThat(((AnswerResult.MoreNeeded) first).offers())
                .singleElement()
                .satisfies(offer -> assertThat(offer.label()).contains("+•••••••78"));
        assertThat(sent).isInstanceOf(SendResult.Asked.class);
        assertThat(second).isEqualTo(new AnswerResult.Proven());
        assertThat(reset.complete(handle, World.NEW)).isInstanceOf(CompleteResult.Done.class);
    }

    @Test
    void resend_whileFresh_sendsTheSameCode() {
        FlowHandle handle = world.started(reset, "alice");
        Secret first = world.codeTo(World.MAIL);

        assertThat(reset.resend(handle)).isInstanceOf(Refused.class);
        world.clock.advance(Duration.ofSeconds(61));
        assertThat(reset.resend(handle)).isInstanceOf(SendResult.Asked.class);
        world.executor.runAll();

        assertThat(world.notifier.messages()).hasSize(2);
        assertThat(world.codeTo(World.MAIL)).isEqualTo(first);
        world.clock.advance(Duration.ofMinutes(6));
        reset.resend(handle);
        world.executor.runAll();
        assertThat(world.codeTo(World.MAIL)).isNotEqualTo(first);
    }

    @Test
    void answer_overTime_isToldAndAnotherCodeMayBeAskedFor() {
        FlowHandle handle = world.started(reset, "alice");
        Secret late = world.codeTo(World.MAIL);
        world.clock.advance(Duration.ofMinutes(10));

        assertThat(reset.answer(handle, late)).isEqualTo(Refused.of(Refusal.CHALLENGE_EXPIRED));
        assertThat(reset.resend(handle)).isInstanceOf(SendResult.Asked.class);
        world.executor.runAll();
        assertThat(reset.answer(handle, world.codeTo(World.MAIL))).isEqualTo(new AnswerResult.Proven());
    }

    @Test
    void link_openedElsewhere_movesTheResetOnlyWhenTheButtonIsPressed() {
        FlowHandle stranger = world.started(reset, "alice");
        Secret link = World.token(world.content(World.MAIL).link().orElseThrow());

        assertThat(reset.open(link, Optional.of(stranger))).isEqualTo(LinkView.HERE);
        assertThat(reset.open(link, Optional.empty())).isEqualTo(LinkView.ELSEWHERE);
        AnswerResult.Moved moved = (AnswerResult.Moved) reset.continueHere(link);

        assertThat(moved.then()).isEqualTo(new AnswerResult.Proven());
        assertThat(reset.status(stranger)).isEqualTo(FlowStatus.UNKNOWN);
        assertThat(reset.complete(stranger, World.NEW)).isEqualTo(Refused.of(Refusal.GONE));
        assertThat(reset.continueHere(link)).isEqualTo(Refused.of(Refusal.GONE));
        assertThat(reset.complete(moved.handle(), World.NEW)).isInstanceOf(CompleteResult.Done.class);
    }

    @Test
    void report_throughTheCancelLink_endsTheResetAndRaisesTheBar() {
        world.with("root", AccountStatus.ACTIVE, Privilege.ORDINARY, World.MAIL, World.PHONE);
        FlowHandle handle = world.started(reset, "root");
        Secret cancel = World.token(world.content(World.MAIL).cancel().orElseThrow());

        assertThat(reset.report(cancel)).isEqualTo(ReportResult.REPORTED);
        assertThat(reset.report(cancel)).isEqualTo(ReportResult.GONE);
        assertThat(reset.status(handle)).isEqualTo(FlowStatus.ENDED);
        world.clock.advance(Duration.ofMinutes(5));
        FlowHandle next = world.started(reset, "root");
        assertThat(reset.answer(next, world.codeTo(World.MAIL))).isInstanceOf(AnswerResult.MoreNeeded.class);
    }

    @Test
    void start_ofAnUnknownName_walksTheSameRoad() {
        FlowHandle handle = world.started(reset, "nobody");

        assertThat(world.notifier.messages()).isEmpty();
        assertThat(reset.answer(handle, Secret.of("AAAAAAAAAA"))).isEqualTo(new AnswerResult.NotProven(4));
        assertThat(reset.complete(handle, World.NEW)).isEqualTo(Refused.of(Refusal.NOT_NOW));
        assertThat(reset.start("\u202Ealice", FlowContext.of(Locale.ENGLISH)))
                .isEqualTo(Refused.of(Refusal.MALFORMED_NAME));
    }

    @Test
    void start_ofADisabledAccount_explainsAtItsOwnAddressOnly() {
        world.with("bob", AccountStatus.DISABLED, Privilege.ORDINARY, World.MAIL);
        FlowHandle handle = world.started(reset, "bob");

        assertThat(world.notifier.messages())
                .singleElement()
                .satisfies(message -> assertThat(message.content().template()).isEqualTo("reset.not-possible"));
        assertThat(reset.answer(handle, Secret.of("AAAAAAAAAA"))).isEqualTo(new AnswerResult.NotProven(4));
    }
}
