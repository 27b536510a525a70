package dev.sspr.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sspr.fixture.RegistrationFixture;
import dev.sspr.flow.ChangeResult;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.flow.RegisteredMethodView;
import dev.sspr.flow.RegisteredMethodView.State;
import dev.sspr.flow.UnavailableException;
import dev.sspr.flow.UndoResult;
import dev.sspr.policy.SsprPolicy;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Notice.SecurityInfoChanged;
import dev.sspr.spi.Notice.SecurityInfoChanged.Change;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names, the default, removal, review, and undoing it all: R-REG-4, R-REG-7, R-NOT-7, CMB-11, CMB-12. */
class ChangesTest {
    private static final String MAIL = "alice@example.net";

    private final RegistrationFixture host = new RegistrationFixture();
    private FlowHandle handle = host.opened();

    private static SsprPolicy twoProofs() {
        return SsprPolicy.standard().reset(reset -> reset.proofs(2));
    }

    private RegisteredMethodView only(MethodKind kind) {
        return host.registration.list(handle).orElseThrow().methods().stream()
                .filter(one -> one.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Tag("R-REG-4")
    void method_afterTheFirst_waitsADay() {
        host.withAddress(handle, MethodKind.EMAIL_CODE, MAIL);
        host.withApp(handle);

        assertThat(only(MethodKind.EMAIL_CODE).state()).isEqualTo(State.USABLE);
        assertThat(only(MethodKind.APP_CODE).state()).isEqualTo(State.QUARANTINED);
        assertThat(only(MethodKind.APP_CODE).countsFrom()).isEqualTo(host.now.plus(Duration.ofDays(1)));
        host.advance(Duration.ofDays(1));
        handle = host.opened(MethodKind.APP_CODE);
        assertThat(only(MethodKind.APP_CODE).state()).isEqualTo(State.USABLE);
    }

    @Test
    @Tag("R-REG-7")
    void method_thatIsTheLast_stays() {
        RegisteredMethodView mail = host.withAddress(handle, MethodKind.EMAIL_CODE, MAIL);

        assertThat(host.registration.remove(handle, mail.id()))
                .isEqualTo(Refused.of(Purpose.REGISTER, Refusal.LAST_METHOD));
        assertThat(host.registration.list(handle).orElseThrow().methods()).containsExactly(mail);
    }

    @Test
    @Tag("R-REG-7")
    @Tag("R-NOT-7")
    void method_thatGoes_isToldToEveryAddress() {
        host.withAddress(handle, MethodKind.EMAIL_CODE, MAIL);
        RegisteredMethodView number = host.withAddress(handle, MethodKind.SMS_CODE, "+31612345678");
        host.notifier.clear();

        assertThat(host.registration.remove(handle, number.id())).isInstanceOf(ChangeResult.Changed.class);

        assertThat(host.notifier.messages())
                .extracting(message -> message.to().address())
                .containsExactlyInAnyOrder("alice@example.org", "+31612345678", MAIL);
        assertThat(host.notices()).extracting(notice -> notice.change()).containsOnly(Change.REMOVED);
        assertThat(host.events(AuditType.METHOD_REMOVED)).isEqualTo(1);
    }

    @Test
    @Tag("R-NOT-7")
    void method_thatComes_isToldToEveryOtherAddress() {
        host.notifier.clear();
        host.withAddress(handle, MethodKind.EMAIL_CODE, MAIL);

        assertThat(host.notices()).hasSize(1);
        assertThat(host.notifier.lastTo("alice@example.org").orElseThrow().content())
                .isEqualTo(host.notices().get(0));
    }

    @Test
    @Tag("R-REG-4")
    void undo_ofANewMethod_removesItAndEndsWhoAddedIt() {
        String session = host.sessions.open(RegistrationFixture.ALICE, host.now.minusSeconds(1));
        host.withAddress(handle, MethodKind.EMAIL_CODE, MAIL);
        Secret undo = host.undo();

        assertThat(host.registration.undo(undo)).isEqualTo(UndoResult.UNDONE);

        assertThat(host.registration.list(handle)).isEmpty();
        handle = host.opened();
        assertThat(host.registration.list(handle).orElseThrow().methods()).isEmpty();
        assertThat(host.sessions.accepts(session)).isFalse();
        assertThat(host.events(AuditType.METHOD_RESTORED)).isEqualTo(1);
        assertThat(host.registration.undo(undo)).isEqualTo(UndoResult.TOO_LATE);
    }

    @Test
    void undo_ofARemoval_bringsTheMethodBack() {
        host.withAddress(handle, MethodKind.EMAIL_CODE, MAIL);
        RegisteredMethodView number = host.withAddress(handle, MethodKind.SMS_CODE, "+31612345678");
        host.registration.remove(handle, number.id());

        assertThat(host.registration.undo(host.undo())).isEqualTo(UndoResult.UNDONE);

        handle = host.opened(MethodKind.EMAIL_CODE);
        assertThat(only(MethodKind.SMS_CODE)).isEqualTo(number);
    }

    @Test
    void undo_whenTheQuarantineIsOver_isTooLate() {
        host.withAddress(handle, MethodKind.EMAIL_CODE, MAIL);
        Secret undo = host.undo();
        host.advance(Duration.ofDays(1));

        assertThat(host.registration.undo(undo)).isEqualTo(UndoResult.TOO_LATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    @Tag("V-BIND-1")
    void undo_withAForgedLink_isUnknown(String link) {
        host.withAddress(handle, MethodKind.EMAIL_CODE, MAIL);

        assertThat(host.registration.undo(Secret.of(link))).isEqualTo(UndoResult.UNKNOWN);
        assertThat(host.registration.undo(handle.secret())).isEqualTo(UndoResult.UNKNOWN);
    }

    @Test
    @Tag("CMB-11")
    void default_isAMethodThatSignsIn() {
        RegisteredMethodView mail = host.withAddress(handle, MethodKind.EMAIL_CODE, MAIL);
        host.withApp(handle);
        String app = only(MethodKind.APP_CODE).id();

        assertThat(host.registration.makeDefault(handle, mail.id()))
                .isEqualTo(Refused.of(Purpose.REGISTER, Refusal.UNKNOWN_METHOD));
        assertThat(host.registration.makeDefault(handle, app)).isInstanceOf(ChangeResult.Changed.class);
        assertThat(host.registration.list(handle).orElseThrow().methods().get(0).preferred())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb", "a\u202eb", "a\ud800", "12345678901234567890123456789012345678901"})
    void name_malformed_isRefused(String name) {
        RegisteredMethodView mail = host.withAddress(handle, MethodKind.EMAIL_CODE, MAIL);

        assertThat(host.registration.rename(handle, mail.id(), name))
                .isEqualTo(Refused.of(Purpose.REGISTER, Refusal.MALFORMED_METHOD_NAME));
    }

    @Test
    void name_isKept() {
        RegisteredMethodView mail = host.withAddress(handle, MethodKind.EMAIL_CODE, MAIL);

        host.registration.rename(handle, mail.id(), " At home \u2615 ");

        assertThat(only(MethodKind.EMAIL_CODE).name()).isEqualTo("At home \u2615");
        assertThat(host.registration.rename(handle, "no such", "x"))
                .isEqualTo(Refused.of(Purpose.REGISTER, Refusal.UNKNOWN_METHOD));
    }

    @Test
    @Tag("REG-09")
    void review_isRemembered() {
        Instant before = host.now;
        host.registration.review(handle);

        assertThat(host.registration.status(RegistrationFixture.ALICE).reviewedAt())
                .contains(before);
        assertThat(host.events(AuditType.SECURITY_INFO_REVIEWED)).isEqualTo(1);
    }

    @Test
    @Tag("REG-17")
    void registration_requiredAgain_forgetsAppsAndPhonesAndKeepsMail() {
        host.withAddress(handle, MethodKind.EMAIL_CODE, MAIL);
        host.withAddress(handle, MethodKind.SMS_CODE, "+31612345678");
        host.withApp(handle);

        host.sspr.helpDesk().requireRegistration(host.help(RegistrationFixture.ALICE));

        assertThat(host.registration.list(handle)).isEmpty();
        handle = host.opened(MethodKind.EMAIL_CODE);
        assertThat(host.registration.list(handle).orElseThrow().methods())
                .extracting(RegisteredMethodView::kind)
                .containsExactly(MethodKind.EMAIL_CODE);
        assertThat(host.registration.adviceAfterSignIn(RegistrationFixture.ALICE))
                .isInstanceOf(SignInAdvice.MustRegister.class);
        host.withApp(handle);
        assertThat(host.registration.adviceAfterSignIn(RegistrationFixture.ALICE))
                .isEqualTo(new SignInAdvice.Nothing());
    }

    @Test
    @Tag("R-REG-4")
    void address_inQuarantine_isToldAndTakesNothingBack() {
        host.withAddress(handle, MethodKind.EMAIL_CODE, MAIL);
        RegisteredMethodView phone = host.withAddress(handle, MethodKind.SMS_CODE, "+31612345678");
        host.notifier.clear();

        host.registration.remove(handle, phone.id());

        assertThat(host.notices()).hasSize(3);
        assertThat(host.notifier.messages())
                .filteredOn(message -> message.to().address().equals("+31612345678"))
                .extracting(message -> message.content())
                .containsExactly(
                        new SecurityInfoChanged(Change.REMOVED, MethodKind.SMS_CODE, host.now, Optional.empty()));
    }

    @Test
    @Tag("R-REG-4")
    void method_afterAllWereRemoved_waitsLikeAnyOther() {
        RegistrationFixture two = new RegistrationFixture(twoProofs());
        FlowHandle open = two.opened();
        RegisteredMethodView mail = two.withAddress(open, MethodKind.EMAIL_CODE, MAIL);
        two.registration.remove(open, mail.id());

        RegisteredMethodView next = two.withAddress(open, MethodKind.EMAIL_CODE, "mallory@example.com");

        assertThat(next.state()).isEqualTo(State.QUARANTINED);
    }

    @Test
    void undo_ofANewMethod_leavesNoUndoThatBringsItBack() {
        host.withAddress(handle, MethodKind.EMAIL_CODE, MAIL);
        host.withAddress(handle, MethodKind.SMS_CODE, "+31612345678");
        Secret added = host.undo();
        host.registration.remove(handle, only(MethodKind.SMS_CODE).id());
        Secret removed = host.undo();

        assertThat(host.registration.undo(added)).isEqualTo(UndoResult.UNDONE);
        host.registration.undo(removed);

        handle = host.opened(MethodKind.EMAIL_CODE);
        assertThat(host.registration.list(handle).orElseThrow().methods())
                .extracting(RegisteredMethodView::kind)
                .containsExactly(MethodKind.EMAIL_CODE);
    }

    @Test
    @Tag("REG-17")
    void undo_afterRegistrationIsRequiredAgain_bringsNoPhoneBack() {
        host.withAddress(handle, MethodKind.EMAIL_CODE, MAIL);
        host.withAddress(handle, MethodKind.SMS_CODE, "+31612345678");
        host.registration.remove(handle, only(MethodKind.SMS_CODE).id());
        Secret undo = host.undo();
        host.sspr.helpDesk().requireRegistration(host.help(RegistrationFixture.ALICE));

        host.registration.undo(undo);

        handle = host.opened(MethodKind.EMAIL_CODE);
        assertThat(host.registration.list(handle).orElseThrow().methods())
                .extracting(RegisteredMethodView::kind)
                .containsExactly(MethodKind.EMAIL_CODE);
    }

    @Test
    @Tag("P12")
    void undo_thatFailsHalfWay_isDoneByTheNextPress() {
        String session = host.sessions.open(RegistrationFixture.ALICE, host.now.minusSeconds(1));
        host.withAddress(handle, MethodKind.EMAIL_CODE, MAIL);
        Secret undo = host.undo();
        host.sessions.faults().failNext(1);
        assertThatThrownBy(() -> host.registration.undo(undo)).isInstanceOf(UnavailableException.class);

        assertThat(host.registration.undo(undo)).isEqualTo(UndoResult.UNDONE);
        assertThat(host.sessions.accepts(session)).isFalse();
    }
}
