package dev.sspr.register;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.fixture.RegistrationFixture;
import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.ConfirmResult;
import dev.sspr.flow.EnrolResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.RegisteredMethodView;
import dev.sspr.flow.StartResult;
import dev.sspr.policy.RegistrationPolicy;
import dev.sspr.policy.SsprPolicy;
import dev.sspr.reset.PasswordReset;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.MethodKind;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How many methods a reset asks for, and how many an account holds. */
class GatesTest {
    private static final String MAIL = "alice@example.net";
    private static final String MOBILE = "+31612345678";
    private static final String OFFICE = "+31201234567";

    private final RegistrationFixture registrationFixture = new RegistrationFixture();
    private final FlowHandle open = registrationFixture.opened();

    private static SsprPolicy twoProofs() {
        return SsprPolicy.entra().reset(reset -> reset.proofs(2));
    }

    private void mailed(PasswordReset reset) {
        registrationFixture.advance(Duration.ofSeconds(61));
        FlowHandle handle = ((StartResult.Started) reset.start("alice", FlowContext.of(Locale.ENGLISH))).handle();
        reset.choose(handle, MethodKind.EMAIL_CODE);
    }

    private MessageContent told(String address) {
        return registrationFixture.notifier.lastTo(address).orElseThrow().content();
    }

    @Test
    @Tag("GATE-04")
    @Tag("GATE-02")
    void policy_raisedFromOneToTwo_cutsOffAtOnce() {
        registrationFixture.withAddress(open, MethodKind.EMAIL_CODE, MAIL);
        SsprPolicy one = twoProofs().reset(SsprPolicy.entra().reset()).registration(RegistrationPolicy.standard());
        mailed(registrationFixture.over(one).passwordReset());
        assertThat(told(MAIL)).isInstanceOf(MessageContent.ResetCode.class);
        mailed(registrationFixture
                .over(twoProofs().registration(RegistrationPolicy.standard()))
                .passwordReset());
        assertThat(told("alice@example.org"))
                .isEqualTo(new MessageContent.ResetNotPossible(MessageContent.ResetNotPossible.Reason.TOO_FEW_METHODS));
    }

    @Test
    @Tag("GATE-13")
    @Tag("GATE-03")
    void mobileAndOffice_countAsTwo() {
        RegistrationFixture two = new RegistrationFixture(twoProofs());
        FlowHandle handle = two.opened();
        two.withAddress(handle, MethodKind.SMS_CODE, MOBILE);
        two.withAddress(handle, MethodKind.OFFICE_CODE, OFFICE);
        FlowHandle reset = two.reset("alice");
        PasswordReset resets = two.sspr.passwordReset();
        resets.choose(reset, MethodKind.SMS_CODE);
        assertThat(resets.answer(reset, two.resetCodeTo(MOBILE))).isInstanceOf(AnswerResult.MoreNeeded.class);
        resets.choose(reset, MethodKind.OFFICE_CODE);
        assertThat(resets.answer(reset, two.resetCodeTo(OFFICE))).isEqualTo(new AnswerResult.Proven());
    }

    @Test
    @Tag("GATE-05")
    void kind_noLongerEnabled_stopsCounting() {
        registrationFixture.withAddress(open, MethodKind.SMS_CODE, MOBILE);
        SsprPolicy without = SsprPolicy.entra()
                .registration(RegistrationPolicy.standard())
                .reset(reset -> reset.methods(reset.methods().stream()
                        .filter(rule -> !rule.kind().equals(MethodKind.SMS_CODE))
                        .toList()));
        mailed(registrationFixture.over(without).passwordReset());
        assertThat(told("alice@example.org")).isInstanceOf(MessageContent.ResetNotPossible.class);
    }

    @Test
    @Tag("REG-12")
    @Tag("M-31")
    void address_ofTheStore_provesAResetUnderEntra() {
        RegistrationFixture entra = new RegistrationFixture(SsprPolicy.entra());
        FlowHandle reset = entra.reset("alice");
        entra.sspr.passwordReset().choose(reset, MethodKind.EMAIL_CODE);
        assertThat(entra.sspr.passwordReset().answer(reset, entra.resetCodeTo("alice@example.org")))
                .isEqualTo(new AnswerResult.Proven());
    }

    @Test
    @Tag("REG-07")
    void kinds_toAdd_comeStrongestFirst() {
        assertThat(registrationFixture.registration.list(open).orElseThrow().mayAdd())
                .startsWith(MethodKind.APP_CODE)
                .endsWith(MethodKind.RECOVERY_CODE)
                .doesNotContain(MethodKind.QUESTIONS);
    }

    @Test
    @Tag("REG-06")
    @Tag("CMB-15")
    @Tag("REG-21")
    void registration_inParts_asksForTheRestAndSaysWhenItIsWhole() {
        assertThat(registrationFixture.registration.list(open).orElseThrow().missing())
                .isEqualTo(2);
        registrationFixture.withAddress(open, MethodKind.EMAIL_CODE, MAIL);
        assertThat(registrationFixture.registration.list(open).orElseThrow().missing())
                .isEqualTo(1);
        assertThat(registrationFixture.events(AuditType.REGISTRATION_COMPLETE)).isZero();
        registrationFixture.withApp(open);
        assertThat(registrationFixture.registration.list(open).orElseThrow().missing())
                .isZero();
        assertThat(registrationFixture.events(AuditType.METHOD_REGISTERED)).isEqualTo(2);
        assertThat(registrationFixture.events(AuditType.REGISTRATION_COMPLETE)).isEqualTo(1);
    }

    @Test
    @Tag("CMB-12")
    void default_thatIsRemoved_passesOnToNobody() {
        registrationFixture.withAddress(open, MethodKind.EMAIL_CODE, MAIL);
        registrationFixture.withApp(open);
        String app = registrationFixture
                .registration
                .list(open)
                .orElseThrow()
                .methods()
                .get(1)
                .id();
        registrationFixture.registration.makeDefault(open, app);
        registrationFixture.registration.remove(open, app);
        assertThat(registrationFixture.registration.list(open).orElseThrow().methods())
                .singleElement()
                .extracting(RegisteredMethodView::preferred)
                .isEqualTo(false);
    }

    @Test
    @Tag("CMB-05")
    void token_thatNobodyGave_cannotBeEnrolled() {
        EnrolResult result = registrationFixture.registration.enrol(open, MethodKind.OATH_TOKEN);
        ConfirmResult confirmed = registrationFixture.confirm(open, dev.sspr.spi.Secret.of("123456"));
        assertThat(result).isInstanceOf(EnrolResult.Show.class);
        assertThat(confirmed).isNotInstanceOf(ConfirmResult.Registered.class);
    }
}
