package dev.sspr.register;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.flow.FlowHandle;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Prompt;
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
    private final Host host = new Host();
    private final FlowHandle handle = host.opened();

    private Phone scanned(FlowHandle at) {
        Prompt prompt = ((EnrolResult.Show) host.registration.enrol(at, MethodKind.APP_CODE))
                .prompt()
                .orElseThrow();
        return Phone.scanned(prompt);
    }

    @Test
    @Tag("R-TOTP-5")
    void app_withACodeOfIts_isRegistered() {
        host.withApp(handle);

        Overview overview = host.registration.list(handle).orElseThrow();
        assertThat(overview.methods()).extracting(HeldMethod::kind).containsExactly(MethodKind.APP_CODE);
        assertThat(overview.missing()).isEqualTo(1);
        assertThat(host.events(AuditType.ENROLMENT_STARTED)).isEqualTo(1);
    }

    @Test
    @Tag("R-TOTP-5")
    @Tag("V-ENROL-2")
    void app_withoutACode_isNotThere() {
        scanned(handle);

        assertThat(host.registration.list(handle).orElseThrow().methods()).isEmpty();
        assertThat(host.methods.size()).isZero();
    }

    @Test
    @Tag("R-TOTP-5")
    void app_afterTenMinutes_isNotConfirmed() {
        Phone phone = scanned(handle);
        host.advance(Duration.ofMinutes(10));

        assertThat(host.confirm(handle, phone.code(host.now))).isEqualTo(Denied.of(Denial.EXPIRED));
        assertThat(host.methods.size()).isZero();
    }

    @Test
    @Tag("R-RATE-1")
    void codes_fiveOfThemWrong_endTheEnrolment() {
        Phone phone = scanned(handle);
        for (int left = 4; left >= 0; left--) {
            assertThat(host.confirm(handle, Secret.of("x"))).isEqualTo(new ConfirmResult.NotConfirmed(left));
        }

        assertThat(host.confirm(handle, phone.code(host.now))).isEqualTo(Denied.of(Denial.TOO_MANY_TRIES));
        Phone again = scanned(handle);
        assertThat(host.confirm(handle, again.code(host.now))).isInstanceOf(ConfirmResult.Registered.class);
    }

    @Test
    void enrolment_begunAgain_killsTheFirst() {
        Phone first = scanned(handle);
        Phone second = scanned(handle);

        assertThat(host.confirm(handle, first.code(host.now))).isInstanceOf(ConfirmResult.NotConfirmed.class);
        assertThat(host.confirm(handle, second.code(host.now))).isInstanceOf(ConfirmResult.Registered.class);
    }

    @Test
    void enrolment_inAnotherWindow_isItsOwnUntilOneIsStored() {
        FlowHandle other = host.opened();
        Phone here = scanned(handle);
        Phone there = scanned(other);

        assertThat(host.confirm(handle, there.code(host.now))).isInstanceOf(ConfirmResult.NotConfirmed.class);
        assertThat(host.confirm(handle, here.code(host.now))).isInstanceOf(ConfirmResult.Registered.class);
        assertThat(host.confirm(other, there.code(host.now))).isEqualTo(Denied.of(Denial.GONE));
    }

    @Test
    @Tag("R-REG-6")
    @Tag("V-BIND-5")
    void code_ofARegistration_provesNoReset() {
        String address = "alice@example.net";
        host.withAddress(handle, MethodKind.EMAIL_CODE, address);
        host.advance(Duration.ofDays(2));
        FlowHandle again = host.opened(MethodKind.EMAIL_CODE);
        host.registration.enrol(again, MethodKind.SMS_CODE, "+31612345678");
        Secret registerCode = host.codeTo("+31612345678");
        FlowHandle reset = host.reset("alice");

        assertThat(host.sspr.passwordReset().answer(reset, registerCode))
                .isInstanceOf(dev.sspr.flow.AnswerResult.NotProven.class);
        assertThat(host.confirm(again, host.resetCodeTo(address))).isInstanceOf(ConfirmResult.NotConfirmed.class);
    }

    @Test
    void cancelled_enrolment_confirmsNothing() {
        Phone phone = scanned(handle);
        host.registration.cancelEnrolment(handle);

        assertThat(host.confirm(handle, phone.code(host.now))).isEqualTo(Denied.of(Denial.NOT_NOW));
    }

    @Test
    void kind_notOffered_isRefused() {
        assertThat(host.registration.enrol(handle, MethodKind.QUESTIONS)).isEqualTo(Denied.of(Denial.KIND_NOT_OFFERED));
        assertThat(host.registration.enrol(handle, MethodKind.PASSKEY)).isEqualTo(Denied.of(Denial.KIND_NOT_OFFERED));
        assertThat(host.registration.enrol(handle, new MethodKind("carrier-pigeon")))
                .isEqualTo(Denied.of(Denial.KIND_NOT_OFFERED));
    }

    @Test
    @Tag("CMB-04")
    void apps_beyondFive_areRefused() {
        host.withApp(handle);
        for (int i = 1; i < 5; i++) {
            host.withApp(host.opened(MethodKind.APP_CODE));
        }

        assertThat(host.registration.enrol(host.opened(MethodKind.APP_CODE), MethodKind.APP_CODE))
                .isEqualTo(Denied.of(Denial.LIMIT_REACHED));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 129, 1 << 20})
    void response_ofAnyLength_isWrongAndNothingElse(int length) {
        scanned(handle);

        assertThat(host.confirm(handle, Secret.of("1".repeat(length)))).isEqualTo(new ConfirmResult.NotConfirmed(4));
    }

    @Test
    void response_ofAnotherKind_isWrong() {
        scanned(handle);

        assertThat(host.registration.confirm(handle, new Response.Answers(List.of(Secret.of("a")))))
                .isEqualTo(new ConfirmResult.NotConfirmed(4));
        assertThat(host.registration.confirm(handle, new Response.PublicKey(Secret.of("{}"))))
                .isEqualTo(new ConfirmResult.NotConfirmed(3));
    }

    @Test
    @Tag("R-RACE-1")
    void confirmation_64TimesAtOnce_registersOnce() {
        Phone phone = scanned(handle);
        Secret code = phone.code(host.now);

        List<ConfirmResult> results = IntStream.range(0, 64)
                .parallel()
                .mapToObj(i -> host.confirm(handle, code))
                .toList();

        assertThat(results)
                .filteredOn(ConfirmResult.Registered.class::isInstance)
                .hasSize(1);
        assertThat(host.registration.list(handle).orElseThrow().methods()).hasSize(1);
        assertThat(host.notices()).hasSize(1);
    }
}
