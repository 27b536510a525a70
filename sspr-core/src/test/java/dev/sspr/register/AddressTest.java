package dev.sspr.register;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.fixture.RegistrationFixture;
import dev.sspr.flow.ConfirmResult;
import dev.sspr.flow.EnrolResult;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.flow.RegisteredMethodView;
import dev.sspr.policy.SsprPolicy;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.Channel;
import dev.sspr.spi.Destination;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Notifier;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses and numbers that people register: R-REG-3, R-REG-6, R-RATE-10, R-NOT-2, M-15 to M-17. */
class AddressTest {
    private static final String NEW = "alice@example.net";

    private final RegistrationFixture registrationFixture = new RegistrationFixture();
    private final FlowHandle handle = registrationFixture.opened();

    private EnrolResult enrol(MethodKind kind, String address) {
        return registrationFixture.registration.enrol(handle, kind, address);
    }

    @Test
    @Tag("R-REG-3")
    @Tag("REG-08")
    void address_withItsCode_isRegistered() {
        RegisteredMethodView method = registrationFixture.withAddress(handle, MethodKind.EMAIL_CODE, NEW);

        assertThat(method.kind()).isEqualTo(MethodKind.EMAIL_CODE);
        assertThat(method.label()).contains("a•••@e•••.net");
        assertThat(method.state()).isEqualTo(RegisteredMethodView.State.USABLE);
        assertThat(registrationFixture.registration.list(handle).orElseThrow().methods())
                .containsExactly(method);
        assertThat(registrationFixture.events(AuditType.METHOD_REGISTERED)).isEqualTo(1);
    }

    @Test
    @Tag("R-REG-3")
    void address_beforeItsCode_getsNoResetCode() {
        enrol(MethodKind.EMAIL_CODE, NEW);
        registrationFixture.notifier.clear();

        registrationFixture.sspr.passwordReset().start("alice", dev.sspr.flow.FlowContext.of(java.util.Locale.ENGLISH));

        assertThat(registrationFixture.notifier.lastTo(NEW)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "alice",
                "@example.org",
                "alice@",
                "alice@@example.org",
                "a,b@example.org",
                "alice@exa mple.org",
                "alice@example.org\r\nBcc: eve@example.com",
                "\"alice\"@example.org",
                "alic\u0435@example.org"
            })
    @Tag("R-NOT-2")
    void mailbox_malformed_isRefused(String typed) {
        assertThat(enrol(MethodKind.EMAIL_CODE, typed))
                .isEqualTo(Refused.of(Purpose.REGISTER, Refusal.MALFORMED_ADDRESS));
        assertThat(registrationFixture.notifier.messages()).isEmpty();
    }

    @Test
    @Tag("R-NOT-2")
    void mailbox_ofAMegabyte_isRefused() {
        assertThat(enrol(MethodKind.EMAIL_CODE, "a".repeat(1 << 20) + "@example.org"))
                .isEqualTo(Refused.of(Purpose.REGISTER, Refusal.MALFORMED_ADDRESS));
    }

    @ParameterizedTest
    @CsvSource({"+31 612345678, +31612345678", "+31 (6) 12-34-56.78, +31612345678", "+1 2025550123, +12025550123"})
    @Tag("M-15")
    void number_inItsUsualForms_isTaken(String typed, String e164) {
        assertThat(enrol(MethodKind.SMS_CODE, typed)).isInstanceOf(EnrolResult.Sent.class);
        assertThat(registrationFixture.notifier.lastTo(e164)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0612345678", "+", "+31", "0031612345678", "+3161234567x", "+31 612345678 x12", "+٣١٦١٢٣٤٥٦٧٨"})
    @Tag("M-15")
    void number_malformed_isRefused(String typed) {
        assertThat(enrol(MethodKind.SMS_CODE, typed))
                .isEqualTo(Refused.of(Purpose.REGISTER, Refusal.MALFORMED_ADDRESS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+881612345678", "+882131234567", "+97912345678", "+19005550123", "+31906123456"})
    @Tag("R-RATE-10")
    void number_thatCostsTheHost_isRefused(String typed) {
        assertThat(enrol(MethodKind.VOICE_CODE, typed))
                .isEqualTo(Refused.of(Purpose.REGISTER, Refusal.NUMBER_NOT_ACCEPTED));
    }

    @Test
    @Tag("R-RATE-10")
    void number_ofAnotherCountry_isRefusedWhereCountriesAreListed() {
        RegistrationFixture dutch = new RegistrationFixture(
                SsprPolicy.standard().registration(registration -> registration.callingCodes(Set.of("31"))));
        FlowHandle open = dutch.opened();

        assertThat(dutch.registration.enrol(open, MethodKind.SMS_CODE, "+32470123456"))
                .isEqualTo(Refused.of(Purpose.REGISTER, Refusal.NUMBER_NOT_ACCEPTED));
        assertThat(dutch.registration.enrol(open, MethodKind.SMS_CODE, "+31612345678"))
                .isInstanceOf(EnrolResult.Sent.class);
    }

    @Test
    @Tag("M-16")
    void extension_ofAnOfficePhone_isKeptAndNotDialled() {
        RegisteredMethodView method = ((ConfirmResult.Registered) officeConfirmed()).method();

        assertThat(method.kind()).isEqualTo(MethodKind.OFFICE_CODE);
        assertThat(registrationFixture
                        .notifier
                        .lastTo("+31201234567")
                        .orElseThrow()
                        .to()
                        .address())
                .isEqualTo("+31201234567");
    }

    private ConfirmResult officeConfirmed() {
        enrol(MethodKind.OFFICE_CODE, "+31 20 1234567 x 4711");
        return registrationFixture.confirm(handle, registrationFixture.codeTo("+31201234567"));
    }

    @Test
    void address_registeredAlready_isRefused() {
        registrationFixture.withAddress(handle, MethodKind.SMS_CODE, "+31612345678");

        assertThat(enrol(MethodKind.SMS_CODE, "+31 6 12345678"))
                .isEqualTo(Refused.of(Purpose.REGISTER, Refusal.ALREADY_REGISTERED));
    }

    @Test
    @Tag("CMB-04")
    void addresses_beyondTheLimit_areRefused() {
        registrationFixture.withAddress(handle, MethodKind.EMAIL_CODE, NEW);
        registrationFixture.withAddress(handle, MethodKind.SMS_CODE, "+31612345678");
        registrationFixture.withAddress(handle, MethodKind.SMS_CODE, "+31612345679");

        assertThat(enrol(MethodKind.EMAIL_CODE, "alice@example.com"))
                .isEqualTo(Refused.of(Purpose.REGISTER, Refusal.LIMIT_REACHED));
        assertThat(enrol(MethodKind.SMS_CODE, "+31612345670"))
                .isEqualTo(Refused.of(Purpose.REGISTER, Refusal.LIMIT_REACHED));
    }

    @Test
    @Tag("R-ENUM-8")
    void address_ofAnotherAccount_isTakenLikeAnyOther() {
        registrationFixture.add("bob", new Destination("m9", Channel.EMAIL, NEW));
        registrationFixture.withAddress(registrationFixture.opened(new UserId("u-bob")), MethodKind.EMAIL_CODE, NEW);
        registrationFixture.advance(Duration.ofMinutes(2));

        assertThat(enrol(MethodKind.EMAIL_CODE, NEW)).isInstanceOf(EnrolResult.Sent.class);
        assertThat(registrationFixture.confirm(handle, registrationFixture.codeTo(NEW)))
                .isInstanceOf(ConfirmResult.Registered.class);
    }

    @Test
    @Tag("R-REG-9")
    void phone_ofManyAccounts_isReported() {
        for (int i = 0; i < 5; i++) {
            registrationFixture.add("n" + i);
            registrationFixture.withAddress(
                    registrationFixture.opened(new UserId("u-n" + i)), MethodKind.SMS_CODE, "+31612345678");
            assertThat(registrationFixture.events(AuditType.DESTINATION_SHARED)).isEqualTo(i < 4 ? 0 : 1);
            registrationFixture.advance(Duration.ofDays(1));
        }
    }

    @Test
    @Tag("R-RATE-9")
    void resend_beforeItsTime_waits_andThenSendsTheSameCode() {
        enrol(MethodKind.EMAIL_CODE, NEW);
        Secret first = registrationFixture.codeTo(NEW);
        assertThat(registrationFixture.registration.resend(handle))
                .isEqualTo(Refused.until(Purpose.REGISTER, registrationFixture.now.plusSeconds(60)));
        registrationFixture.advance(Duration.ofSeconds(60));

        assertThat(registrationFixture.registration.resend(handle)).isInstanceOf(EnrolResult.Sent.class);
        assertThat(registrationFixture.codeTo(NEW)).isEqualTo(first);
        assertThat(registrationFixture.notifier.messages()).hasSize(2);
    }

    @Test
    void message_thatTheCarrierRefuses_isToldAtOnce() {
        registrationFixture.notifier.answerWith(
                message -> new Notifier.Delivery.Refused(Notifier.Delivery.Refused.Reason.WRONG_CHANNEL));

        assertThat(enrol(MethodKind.EMAIL_CODE, NEW)).isEqualTo(Refused.of(Purpose.REGISTER, Refusal.NOT_DELIVERABLE));
    }

    @Test
    @Tag("R-REG-3")
    void replacement_untilConfirmed_leavesTheOldInPlace() {
        RegisteredMethodView old = registrationFixture.withAddress(handle, MethodKind.EMAIL_CODE, NEW);
        registrationFixture.notifier.clear();
        registrationFixture.registration.replace(handle, old.id(), MethodKind.EMAIL_CODE, "alice@example.com");
        assertThat(registrationFixture.registration.list(handle).orElseThrow().methods())
                .extracting(RegisteredMethodView::id)
                .containsExactly(old.id());

        ConfirmResult done = registrationFixture.confirm(handle, registrationFixture.codeTo("alice@example.com"));

        assertThat(((ConfirmResult.Registered) done).info().methods())
                .singleElement()
                .satisfies(one -> assertThat(one.label()).contains("a•••@e•••.com"));
        assertThat(registrationFixture
                        .notifier
                        .lastTo(NEW)
                        .orElseThrow()
                        .content()
                        .template())
                .isEqualTo("security-info.changed");
    }
}
