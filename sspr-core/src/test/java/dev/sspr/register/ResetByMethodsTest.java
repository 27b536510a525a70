package dev.sspr.register;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.fixture.AuthenticatorApp;
import dev.sspr.fixture.RegistrationFixture;
import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.flow.RegisteredMethodView;
import dev.sspr.reset.PasswordReset;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Notice.SecurityInfoChanged;
import dev.sspr.spi.Secret;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A reset proven with what was registered: R-FLOW-3, R-FLOW-6, R-TOTP-4, R-REG-4, REG-12. */
class ResetByMethodsTest {
    private static final String MAIL = "alice@example.net";
    private static final Secret NEW = Secret.of("a quite different sentence");

    private final RegistrationFixture registrationFixture = new RegistrationFixture();
    private final PasswordReset reset = registrationFixture.sspr.passwordReset();

    @Test
    @Tag("REG-12")
    void address_ofTheStoreOnly_provesNothingUnderStandard() {
        registrationFixture.reset("alice");

        assertThat(registrationFixture
                        .notifier
                        .lastTo("alice@example.org")
                        .orElseThrow()
                        .content())
                .isEqualTo(new MessageContent.ResetNotPossible(MessageContent.ResetNotPossible.Reason.TOO_FEW_METHODS));
    }

    @Test
    void address_registered_provesAReset() {
        registrationFixture.withAddress(registrationFixture.opened(), MethodKind.EMAIL_CODE, MAIL);
        FlowHandle handle = registrationFixture.reset("alice");

        assertThat(reset.answer(handle, registrationFixture.resetCodeTo(MAIL))).isEqualTo(new AnswerResult.Proven());
        assertThat(reset.complete(handle, NEW)).isInstanceOf(CompleteResult.Done.class);
    }

    private AuthenticatorApp withMailAndApp() {
        FlowHandle open = registrationFixture.opened();
        registrationFixture.withAddress(open, MethodKind.EMAIL_CODE, MAIL);
        AuthenticatorApp authenticatorApp = registrationFixture.withApp(open);
        registrationFixture.advance(Duration.ofDays(1));
        return authenticatorApp;
    }

    @Test
    @Tag("R-FLOW-3")
    void secondFactor_enrolled_isDemanded() {
        AuthenticatorApp authenticatorApp = withMailAndApp();
        FlowHandle handle = registrationFixture.reset("alice");

        AnswerResult first = reset.answer(handle, registrationFixture.resetCodeTo(MAIL));

        assertThat(first)
                .isInstanceOfSatisfying(
                        AnswerResult.MoreNeeded.class,
                        more -> assertThat(more.offers())
                                .extracting(offer -> offer.kind())
                                .containsExactly(MethodKind.APP_CODE));
        reset.choose(handle, MethodKind.APP_CODE);
        assertThat(reset.answer(handle, authenticatorApp.code(registrationFixture.now)))
                .isEqualTo(new AnswerResult.Proven());
        assertThat(reset.complete(handle, NEW)).isInstanceOf(CompleteResult.Done.class);
    }

    @Test
    @Tag("R-REG-4")
    void secondFactor_inQuarantine_neitherProvesNorIsDemanded() {
        FlowHandle open = registrationFixture.opened();
        registrationFixture.withAddress(open, MethodKind.EMAIL_CODE, MAIL);
        registrationFixture.withApp(open);
        FlowHandle handle = registrationFixture.reset("alice");

        assertThat(reset.answer(handle, registrationFixture.resetCodeTo(MAIL))).isEqualTo(new AnswerResult.Proven());
    }

    @Test
    @Tag("R-FLOW-6")
    @Tag("V-STEP-7")
    void method_removedInMidFlow_noLongerCounts() {
        FlowHandle open = registrationFixture.opened();
        registrationFixture.withAddress(open, MethodKind.SMS_CODE, "+31612345678");
        RegisteredMethodView mail = registrationFixture.withAddress(open, MethodKind.EMAIL_CODE, MAIL);
        registrationFixture.advance(Duration.ofDays(1));
        FlowHandle handle = registrationFixture.reset("alice");
        reset.answer(handle, registrationFixture.resetCodeTo(MAIL));
        FlowHandle again = registrationFixture.opened(MethodKind.SMS_CODE);

        registrationFixture.registration.remove(again, mail.id());

        assertThat(reset.complete(handle, NEW)).isNotInstanceOf(CompleteResult.Done.class);
    }

    @Test
    @Tag("R-TOTP-4")
    @Tag("V-REPLAY-1")
    @Tag("V-REPLAY-4")
    void appCode_64TimesAtOnceInManyFlows_provesOnce() {
        AuthenticatorApp authenticatorApp = withMailAndApp();
        List<FlowHandle> handles = IntStream.range(0, 4)
                .mapToObj(i -> {
                    FlowHandle handle = registrationFixture.reset("alice");
                    reset.answer(handle, registrationFixture.resetCodeTo(MAIL));
                    reset.choose(handle, MethodKind.APP_CODE);
                    return handle;
                })
                .toList();
        Secret code = authenticatorApp.code(registrationFixture.now);

        List<FlowHandle> proven = IntStream.range(0, 64)
                .parallel()
                .mapToObj(i -> handles.get(i % handles.size()))
                .filter(handle -> reset.answer(handle, code) instanceof AnswerResult.Proven)
                .distinct()
                .toList();

        assertThat(proven).hasSize(1);
        assertThat(registrationFixture.audit.events())
                .filteredOn(event -> event.type() == AuditType.PROVEN
                        && "app-code".equals(event.attributes().get("method")))
                .hasSize(1);
    }

    @Test
    @Tag("R-TOTP-6")
    void appCode_thatConfirmedTheApp_provesNoReset() {
        FlowHandle open = registrationFixture.opened();
        registrationFixture.withAddress(open, MethodKind.EMAIL_CODE, MAIL);
        AuthenticatorApp authenticatorApp = registrationFixture.withApp(open);
        Secret used = authenticatorApp.code(registrationFixture.now);
        registrationFixture.advance(Duration.ofDays(1));
        FlowHandle handle = registrationFixture.reset("alice");
        reset.answer(handle, registrationFixture.resetCodeTo(MAIL));
        reset.choose(handle, MethodKind.APP_CODE);

        assertThat(reset.answer(handle, used)).isInstanceOf(AnswerResult.NotProven.class);
    }

    @Test
    @Tag("R-RATE-3")
    void app_afterFiftyWrongCodesInARow_isDisabledAndItsOwnerTold() {
        withMailAndApp();
        for (int flow = 0; flow < 11; flow++) {
            registrationFixture.advance(Duration.ofHours(13));
            FlowHandle handle = registrationFixture.reset("alice");
            reset.answer(handle, registrationFixture.resetCodeTo(MAIL));
            reset.choose(handle, MethodKind.APP_CODE);
            for (int guess = 0; guess < 5; guess++) {
                reset.answer(handle, Secret.of("wrong" + guess));
            }
        }
        registrationFixture.advance(Duration.ofMinutes(1));
        FlowHandle open = registrationFixture.opened(MethodKind.APP_CODE, MethodKind.EMAIL_CODE);

        assertThat(registrationFixture.registration.list(open).orElseThrow().methods())
                .filteredOn(one -> one.kind().equals(MethodKind.APP_CODE))
                .extracting(RegisteredMethodView::state)
                .containsExactly(RegisteredMethodView.State.DISABLED);
        assertThat(registrationFixture.notices())
                .filteredOn(notice -> notice.change() == SecurityInfoChanged.Change.DISABLED)
                .hasSize(2);
        assertThat(registrationFixture.events(AuditType.METHOD_DISABLED)).isEqualTo(1);
    }

    @Test
    @Tag("R-TOK-7")
    void methodChange_endsResetsUnderWay() {
        registrationFixture.withAddress(registrationFixture.opened(), MethodKind.EMAIL_CODE, MAIL);
        FlowHandle handle = registrationFixture.reset("alice");
        Secret code = registrationFixture.resetCodeTo(MAIL);

        registrationFixture.withApp(registrationFixture.opened(MethodKind.EMAIL_CODE));

        assertThat(reset.answer(handle, code)).isEqualTo(Refused.of(Refusal.GONE));
    }
}
