package dev.sspr.register;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.admin.AccountView;
import dev.sspr.fixture.RegistrationFixture;
import dev.sspr.flow.BeginResult;
import dev.sspr.flow.ChangeResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.HelpDeskResult;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.flow.RegisteredMethodView;
import dev.sspr.flow.UndoResult;
import dev.sspr.policy.RegistrationPolicy.StoreDestinations;
import dev.sspr.policy.SsprPolicy;
import dev.sspr.spi.Message;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Notice.SecurityInfoChanged;
import dev.sspr.spi.Notice.SecurityInfoChanged.Change;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An undo from an address that its owner removed with a stronger proof: somebody else reads that mailbox. */
class UndoFreezeTest {
    private static final String READ = "read-by-mallory@example.net";
    private static final String NUMBER = "+31612345678";

    private final RegistrationFixture fixture = new RegistrationFixture(
            SsprPolicy.standard().registration(it -> it.storeDestinations(StoreDestinations.COUNT)));
    private final Registration registration = fixture.registration;

    /** Alice has an app, and a mailbox that counts beside the one of the user store. */
    private void registered() {
        FlowHandle handle = fixture.opened();
        fixture.withAddress(handle, MethodKind.EMAIL_CODE, READ);
        fixture.withApp(handle);
        fixture.advance(Duration.ofDays(2));
    }

    private String id(FlowHandle handle, MethodKind kind, String end) {
        return registration.list(handle).orElseThrow().methods().stream()
                .filter(one -> one.kind().equals(kind) && one.name().endsWith(end))
                .map(RegisteredMethodView::id)
                .findFirst()
                .orElseThrow();
    }

    private ChangeResult removedBy(MethodKind... proofs) {
        FlowHandle handle = fixture.opened(proofs);
        return registration.remove(handle, id(handle, MethodKind.EMAIL_CODE, ".net"));
    }

    /** The undo link in the last notice to an address. */
    private Secret linkTo(String address) {
        return fixture.notifier.messages().stream()
                .filter(message -> message.to().address().equals(address))
                .map(Message::content)
                .filter(SecurityInfoChanged.class::isInstance)
                .flatMap(content -> ((SecurityInfoChanged) content).undo().stream())
                .reduce((first, last) -> last)
                .map(url -> Secret.of(url.exposeTo(String::new).replaceAll(".*#undo=", "")))
                .orElseThrow();
    }

    private List<String> names() {
        return ((HelpDeskResult.Done<AccountView>)
                        fixture.sspr.helpDesk().inspect(fixture.help(RegistrationFixture.ALICE)))
                .answer().methods().stream().map(RegisteredMethodView::name).toList();
    }

    private boolean resetSendsACode() {
        fixture.notifier.clear();
        fixture.reset("alice");
        return fixture.notifier.messages().stream()
                .anyMatch(message -> message.content() instanceof MessageContent.ResetCode);
    }

    @Test
    @Tag("F2-S8")
    @DisplayName("F2-S8: the removed mailbox brings nothing back, ends no session, and stops every reset")
    void undo_fromTheRemovedMailbox_freezes() {
        registered();
        removedBy(MethodKind.APP_CODE);
        Secret link = linkTo(READ);
        fixture.advance(Duration.ofMinutes(1));
        String session = fixture.sessions.open(RegistrationFixture.ALICE, fixture.now.minusSeconds(30));
        List<String> before = names();
        fixture.notifier.clear();

        assertThat(registration.undo(link)).isEqualTo(UndoResult.FROZEN);

        assertThat(names()).isEqualTo(before);
        assertThat(fixture.sessions.accepts(session)).isTrue();
        assertThat(fixture.notices()).isNotEmpty().allMatch(notice -> notice.change() == Change.FROZEN);
        assertThat(fixture.notices()).allMatch(notice -> notice.undo().isEmpty());
        assertThat(resetSendsACode()).isFalse();
        assertThat(registration.status(RegistrationFixture.ALICE).registered()).isFalse();
    }

    @Test
    @Tag("F2-S8")
    @DisplayName("F2-S8: a second press answers the same and sends nothing")
    void undo_twice_answersTheSame() {
        registered();
        removedBy(MethodKind.APP_CODE);
        Secret link = linkTo(READ);
        registration.undo(link);
        fixture.notifier.clear();

        assertThat(registration.undo(link)).isEqualTo(UndoResult.FROZEN);

        assertThat(fixture.notifier.messages()).isEmpty();
    }

    @Test
    @Tag("F2-S8")
    @DisplayName("F2-S8: an older link of the removed mailbox freezes too")
    void undo_ofAnEarlierChange_freezesToo() {
        registered();
        FlowHandle handle = fixture.opened(MethodKind.APP_CODE);
        fixture.withAddress(handle, MethodKind.SMS_CODE, NUMBER);
        Secret earlier = linkTo(READ);
        registration.remove(handle, id(handle, MethodKind.EMAIL_CODE, ".net"));
        List<String> before = names();

        assertThat(registration.undo(earlier)).isEqualTo(UndoResult.FROZEN);

        assertThat(names()).isEqualTo(before);
    }

    @Test
    @Tag("F2-S8")
    @Tag("R-NOT-7")
    @DisplayName("F2-S8: another address undoes the removal as before")
    void undo_fromAnotherAddress_restores() {
        registered();
        removedBy(MethodKind.APP_CODE);

        assertThat(registration.undo(linkTo(RegistrationFixture.GIVEN.address())))
                .isEqualTo(UndoResult.UNDONE);

        assertThat(names()).hasSize(2);
    }

    @Test
    @Tag("F2-S8")
    @DisplayName("F2-S8: a mailbox that was removed with no stronger proof undoes it as before")
    void undo_ofARemovalWithoutAStrongerProof_restores() {
        FlowHandle handle = fixture.opened();
        fixture.withAddress(handle, MethodKind.EMAIL_CODE, READ);
        fixture.withAddress(handle, MethodKind.SMS_CODE, NUMBER);
        fixture.advance(Duration.ofDays(2));
        removedBy(MethodKind.SMS_CODE);

        assertThat(registration.undo(linkTo(READ))).isEqualTo(UndoResult.UNDONE);
    }

    @Test
    @Tag("F2-S8")
    @DisplayName("F2-S8: a factor that was just added is no stronger proof")
    void undo_ofARemovalWithAFactorThatWasJustAdded_restores() {
        FlowHandle handle = fixture.opened();
        fixture.withAddress(handle, MethodKind.EMAIL_CODE, READ);
        fixture.advance(Duration.ofDays(2));
        FlowHandle thief = fixture.opened(MethodKind.EMAIL_CODE);
        fixture.withApp(thief);
        registration.remove(thief, id(thief, MethodKind.EMAIL_CODE, ".net"));

        assertThat(registration.undo(linkTo(READ))).isEqualTo(UndoResult.UNDONE);
    }

    @Test
    @Tag("F2-S8")
    @DisplayName("F2-S8: only the stronger proof opens frozen security info, and its review lifts the freeze for good")
    void freeze_isLiftedByTheStrongerProof() {
        registered();
        FlowHandle open = fixture.opened(MethodKind.APP_CODE);
        removedBy(MethodKind.APP_CODE);
        Secret link = linkTo(READ);
        registration.undo(link);

        assertThat(registration.review(open)).isEqualTo(Refused.of(Purpose.REGISTER, Refusal.GONE));
        assertThat(registration.begin(fixture.signIn(MethodKind.EMAIL_CODE), FlowContext.of(Locale.ENGLISH)))
                .isEqualTo(new BeginResult.SignInAgain(Set.of(MethodKind.APP_CODE)));
        assertThat(resetSendsACode()).isFalse();
        assertThat(registration.review(fixture.opened(MethodKind.APP_CODE))).isInstanceOf(ChangeResult.Changed.class);

        fixture.advance(Duration.ofMinutes(2));
        assertThat(resetSendsACode()).isTrue();
        assertThat(registration.undo(link)).isNotIn(UndoResult.FROZEN, UndoResult.UNDONE);
    }

    @Test
    @Tag("F2-S8")
    @DisplayName("F2-S8: the help desk sees the freeze, cannot start a reset, and lifts the freeze")
    void freeze_isLiftedByTheHelpDesk() {
        registered();
        removedBy(MethodKind.APP_CODE);
        registration.undo(linkTo(READ));
        var desk = fixture.sspr.helpDesk();
        var help = fixture.help(RegistrationFixture.ALICE);

        assertThat(((HelpDeskResult.Done<AccountView>) desk.inspect(help))
                        .answer()
                        .selfServiceOff())
                .contains(fixture.now);
        assertThat(desk.startReset(help)).isInstanceOf(HelpDeskResult.Refused.class);
        desk.unblock(help);
        assertThat(resetSendsACode()).isFalse();

        desk.enableSelfService(help);

        fixture.advance(Duration.ofMinutes(2));
        assertThat(resetSendsACode()).isTrue();
    }
}
