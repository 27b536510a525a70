package dev.sspr.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sspr.fixture.RegistrationFixture;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.flow.RegisteredMethodView;
import dev.sspr.flow.UnavailableException;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.Generation;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Secret;
import dev.sspr.spi.WriteId;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What changes about an account while its security info is open: R-TOK-7, R-REG-1. */
class MidwayTest {
    private static final String MAIL = "alice@example.net";

    private final RegistrationFixture registrationFixture = new RegistrationFixture();
    private final FlowHandle handle = registrationFixture.opened();

    private Secret sent() {
        registrationFixture.registration.enrol(handle, MethodKind.EMAIL_CODE, MAIL);
        return registrationFixture.codeTo(MAIL);
    }

    @Test
    @Tag("R-TOK-7")
    void account_switchedOff_storesNothingMore() {
        Secret code = sent();
        registrationFixture.users.setStatus(RegistrationFixture.ALICE, AccountStatus.DISABLED);

        assertThat(registrationFixture.confirm(handle, code))
                .isEqualTo(Refused.of(Purpose.REGISTER, Refusal.ACCOUNT_NOT_USABLE));
        assertThat(registrationFixture.methods.size()).isZero();
    }

    @Test
    @Tag("R-TOK-7")
    void password_setElsewhere_endsWhatWasOpened() {
        RegisteredMethodView mail = registrationFixture.withAddress(handle, MethodKind.EMAIL_CODE, MAIL);
        registrationFixture.withAddress(handle, MethodKind.SMS_CODE, "+31612345678");
        registrationFixture.users.setPassword(
                RegistrationFixture.ALICE, Generation.of(1), Secret.of("set by the host itself"), new WriteId("w-1"));

        assertThat(registrationFixture.registration.remove(handle, mail.id()))
                .isEqualTo(Refused.of(Purpose.REGISTER, Refusal.GONE));
        assertThat(registrationFixture.registration.list(handle).orElseThrow().methods())
                .hasSize(2);
    }

    @Test
    @Tag("R-REG-1")
    @Tag("V-ENROL-1")
    void method_registeredElsewhere_endsWhatAPasswordOpened() {
        FlowHandle other = registrationFixture.opened();
        Secret code = sent();
        registrationFixture.registration.enrol(other, MethodKind.SMS_CODE, "+31612345678");
        Secret late = registrationFixture.codeTo("+31612345678");
        registrationFixture.flows.faults().beforeEachCall(call -> {
            if (call.equals("endOwner")) {
                registrationFixture.flows.faults().failNext(1);
            }
        });
        registrationFixture.confirm(handle, code);
        registrationFixture.flows.faults().beforeEachCall(call -> {});

        assertThat(registrationFixture.confirm(other, late)).isEqualTo(Refused.of(Purpose.REGISTER, Refusal.GONE));
        assertThat(registrationFixture.registration.list(handle).orElseThrow().methods())
                .hasSize(1);
        assertThat(registrationFixture
                        .withAddress(handle, MethodKind.SMS_CODE, "+31612345679")
                        .kind())
                .isEqualTo(MethodKind.SMS_CODE);
    }

    @Test
    @Tag("R-SESS-4")
    @Tag("V-SESS-4")
    void registration_thatWasStoringWhenTheHelpDeskEndedEverything_storesNothingMore() {
        Secret code = sent();
        registrationFixture.methods.faults().beforeEachCall(call -> {
            if (call.equals("store")) {
                registrationFixture.methods.faults().failNext(1);
            }
        });
        assertThatThrownBy(() -> registrationFixture.confirm(handle, code)).isInstanceOf(UnavailableException.class);
        registrationFixture.methods.faults().beforeEachCall(call -> {});
        registrationFixture.advance(Duration.ofSeconds(1));
        registrationFixture.sspr.helpDesk().disableSelfService(registrationFixture.help(RegistrationFixture.ALICE));
        registrationFixture.sspr.helpDesk().enableSelfService(registrationFixture.help(RegistrationFixture.ALICE));
        registrationFixture.advance(Duration.ofMinutes(2));
        registrationFixture.sspr.sweep();

        assertThat(registrationFixture.confirm(handle, sent())).isEqualTo(Refused.of(Purpose.REGISTER, Refusal.GONE));
        assertThat(registrationFixture
                        .registration
                        .list(registrationFixture.opened())
                        .orElseThrow()
                        .methods())
                .isEmpty();
    }
}
