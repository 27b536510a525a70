package dev.sspr.register;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.fixture.AuthenticatorApp;
import dev.sspr.fixture.RegistrationFixture;
import dev.sspr.flow.ConfirmResult;
import dev.sspr.flow.EnrolResult;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.flow.RegisteredMethodView;
import dev.sspr.flow.SecurityInfoView;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Prompt;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Response;
import dev.sspr.spi.Secret;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Enrolling and confirming: R-TOTP-5, R-REG-6, R-RATE-1, R-RACE-1. */
class EnrolmentTest {
    private final RegistrationFixture registrationFixture = new RegistrationFixture();
    private final FlowHandle handle = registrationFixture.opened();

    private AuthenticatorApp scanned(FlowHandle at) {
        Prompt prompt = ((EnrolResult.Show) registrationFixture.registration.enrol(at, MethodKind.APP_CODE))
                .prompt()
                .orElseThrow();
        return AuthenticatorApp.scanned(prompt);
    }

    @Test
    @Tag("R-TOTP-5")
    void app_withACodeOfIts_isRegistered() {
        registrationFixture.withApp(handle);

        SecurityInfoView securityInfoView =
                registrationFixture.registration.list(handle).orElseThrow();
        assertThat(securityInfoView.methods())
                .extracting(RegisteredMethodView::kind)
                .containsExactly(MethodKind.APP_CODE);
        assertThat(securityInfoView.missing()).isEqualTo(1);
        assertThat(registrationFixture.events(AuditType.ENROLMENT_STARTED)).isEqualTo(1);
    }

    @Test
    @Tag("R-TOTP-5")
    @Tag("V-ENROL-2")
    void app_withoutACode_isNotThere() {
        scanned(handle);

        assertThat(registrationFixture.registration.list(handle).orElseThrow().methods())
                .isEmpty();
        assertThat(registrationFixture.methods.size()).isZero();
    }

    @Test
    @Tag("R-TOTP-5")
    void app_afterTenMinutes_isNotConfirmed() {
        AuthenticatorApp authenticatorApp = scanned(handle);
        registrationFixture.advance(Duration.ofMinutes(10));

        assertThat(registrationFixture.confirm(handle, authenticatorApp.code(registrationFixture.now)))
                .isEqualTo(Refused.of(Purpose.REGISTER, Refusal.CHALLENGE_EXPIRED));
        assertThat(registrationFixture.methods.size()).isZero();
    }

    @Test
    @Tag("R-RATE-1")
    void codes_fiveOfThemWrong_endTheEnrolment() {
        AuthenticatorApp authenticatorApp = scanned(handle);
        for (int left = 4; left >= 0; left--) {
            assertThat(registrationFixture.confirm(handle, Secret.of("x")))
                    .isEqualTo(new ConfirmResult.NotConfirmed(left));
        }

        assertThat(registrationFixture.confirm(handle, authenticatorApp.code(registrationFixture.now)))
                .isEqualTo(Refused.of(Purpose.REGISTER, Refusal.TOO_MANY_TRIES));
        AuthenticatorApp again = scanned(handle);
        assertThat(registrationFixture.confirm(handle, again.code(registrationFixture.now)))
                .isInstanceOf(ConfirmResult.Registered.class);
    }

    @Test
    void enrolment_begunAgain_killsTheFirst() {
        AuthenticatorApp first = scanned(handle);
        AuthenticatorApp second = scanned(handle);

        assertThat(registrationFixture.confirm(handle, first.code(registrationFixture.now)))
                .isInstanceOf(ConfirmResult.NotConfirmed.class);
        assertThat(registrationFixture.confirm(handle, second.code(registrationFixture.now)))
                .isInstanceOf(ConfirmResult.Registered.class);
    }

    @Test
    void enrolment_inAnotherWindow_isItsOwnUntilOneIsStored() {
        FlowHandle other = registrationFixture.opened();
        AuthenticatorApp here = scanned(handle);
        AuthenticatorApp there = scanned(other);

        assertThat(registrationFixture.confirm(handle, there.code(registrationFixture.now)))
                .isInstanceOf(ConfirmResult.NotConfirmed.class);
        assertThat(registrationFixture.confirm(handle, here.code(registrationFixture.now)))
                .isInstanceOf(ConfirmResult.Registered.class);
        assertThat(registrationFixture.confirm(other, there.code(registrationFixture.now)))
                .isEqualTo(Refused.of(Purpose.REGISTER, Refusal.GONE));
    }

    @Test
    @Tag("R-REG-6")
    @Tag("V-BIND-5")
    void code_ofARegistration_provesNoReset() {
        String address = "alice@example.net";
        registrationFixture.withAddress(handle, MethodKind.EMAIL_CODE, address);
        registrationFixture.advance(Duration.ofDays(2));
        FlowHandle again = registrationFixture.opened(MethodKind.EMAIL_CODE);
        registrationFixture.registration.enrol(again, MethodKind.SMS_CODE, "+31612345678");
        Secret registerCode = registrationFixture.codeTo("+31612345678");
        FlowHandle reset = registrationFixture.reset("alice");

        assertThat(registrationFixture.sspr.passwordReset().answer(reset, registerCode))
                .isInstanceOf(dev.sspr.flow.AnswerResult.NotProven.class);
        assertThat(registrationFixture.confirm(again, registrationFixture.resetCodeTo(address)))
                .isInstanceOf(ConfirmResult.NotConfirmed.class);
    }

    @Test
    void cancelled_enrolment_confirmsNothing() {
        AuthenticatorApp authenticatorApp = scanned(handle);
        registrationFixture.registration.cancelEnrolment(handle);

        assertThat(registrationFixture.confirm(handle, authenticatorApp.code(registrationFixture.now)))
                .isEqualTo(Refused.of(Purpose.REGISTER, Refusal.NOT_NOW));
    }

    @Test
    void kind_notOffered_isRefused() {
        assertThat(registrationFixture.registration.enrol(handle, MethodKind.QUESTIONS))
                .isEqualTo(Refused.of(Purpose.REGISTER, Refusal.METHOD_NOT_OFFERED));
        assertThat(registrationFixture.registration.enrol(handle, MethodKind.PASSKEY))
                .isEqualTo(Refused.of(Purpose.REGISTER, Refusal.METHOD_NOT_OFFERED));
        assertThat(registrationFixture.registration.enrol(handle, new MethodKind("carrier-pigeon")))
                .isEqualTo(Refused.of(Purpose.REGISTER, Refusal.METHOD_NOT_OFFERED));
    }

    @Test
    @Tag("CMB-04")
    void apps_beyondFive_areRefused() {
        registrationFixture.withApp(handle);
        for (int i = 1; i < 5; i++) {
            registrationFixture.withApp(registrationFixture.opened(MethodKind.APP_CODE));
        }

        assertThat(registrationFixture.registration.enrol(
                        registrationFixture.opened(MethodKind.APP_CODE), MethodKind.APP_CODE))
                .isEqualTo(Refused.of(Purpose.REGISTER, Refusal.LIMIT_REACHED));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 129, 1 << 20})
    void response_ofAnyLength_isWrongAndNothingElse(int length) {
        scanned(handle);

        assertThat(registrationFixture.confirm(handle, Secret.of("1".repeat(length))))
                .isEqualTo(new ConfirmResult.NotConfirmed(4));
    }

    @Test
    void response_ofAnotherKind_isWrong() {
        scanned(handle);

        assertThat(registrationFixture.registration.confirm(handle, new Response.Answers(List.of(Secret.of("a")))))
                .isEqualTo(new ConfirmResult.NotConfirmed(4));
        assertThat(registrationFixture.registration.confirm(handle, new Response.PublicKey(Secret.of("{}"))))
                .isEqualTo(new ConfirmResult.NotConfirmed(3));
    }

    @Test
    @Tag("R-RACE-1")
    void confirmation_64TimesAtOnce_registersOnce() {
        AuthenticatorApp authenticatorApp = scanned(handle);
        Secret code = authenticatorApp.code(registrationFixture.now);

        List<ConfirmResult> results = IntStream.range(0, 64)
                .parallel()
                .mapToObj(i -> registrationFixture.confirm(handle, code))
                .toList();

        assertThat(results)
                .filteredOn(ConfirmResult.Registered.class::isInstance)
                .hasSize(1);
        assertThat(registrationFixture.registration.list(handle).orElseThrow().methods())
                .hasSize(1);
        assertThat(registrationFixture.notices()).hasSize(1);
    }
}
