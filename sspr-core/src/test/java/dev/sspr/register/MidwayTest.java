package dev.sspr.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.UnavailableException;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.Generation;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Secret;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What changes about an account while its security info is open: R-TOK-7, R-REG-1. */
class MidwayTest {
    private static final String MAIL = "alice@example.net";

    private final Host host = new Host();
    private final FlowHandle handle = host.opened();

    private Secret sent() {
        host.registration.enrol(handle, MethodKind.EMAIL_CODE, MAIL);
        return host.codeTo(MAIL);
    }

    @Test
    @Tag("R-TOK-7")
    void account_switchedOff_storesNothingMore() {
        Secret code = sent();
        host.users.setStatus(Host.ALICE, AccountStatus.DISABLED);

        assertThat(host.confirm(handle, code)).isEqualTo(Denied.of(Denial.ACCOUNT_NOT_USABLE));
        assertThat(host.methods.size()).isZero();
    }

    @Test
    @Tag("R-TOK-7")
    void password_setElsewhere_endsWhatWasOpened() {
        HeldMethod mail = host.withAddress(handle, MethodKind.EMAIL_CODE, MAIL);
        host.withAddress(handle, MethodKind.SMS_CODE, "+31612345678");
        host.users.setPassword(Host.ALICE, Generation.of(1), Secret.of("set by the host itself"));

        assertThat(host.registration.remove(handle, mail.id())).isEqualTo(Denied.of(Denial.GONE));
        assertThat(host.registration.list(handle).orElseThrow().methods()).hasSize(2);
    }

    @Test
    @Tag("R-REG-1")
    @Tag("V-ENROL-1")
    void method_registeredElsewhere_endsWhatAPasswordOpened() {
        FlowHandle other = host.opened();
        Secret code = sent();
        host.registration.enrol(other, MethodKind.SMS_CODE, "+31612345678");
        Secret late = host.codeTo("+31612345678");
        host.flows.faults().beforeEachCall(call -> {
            if (call.equals("endOwner")) {
                host.flows.faults().failNext(1);
            }
        });
        host.confirm(handle, code);
        host.flows.faults().beforeEachCall(call -> {});

        assertThat(host.confirm(other, late)).isEqualTo(Denied.of(Denial.GONE));
        assertThat(host.registration.list(handle).orElseThrow().methods()).hasSize(1);
        assertThat(host.withAddress(handle, MethodKind.SMS_CODE, "+31612345679").kind())
                .isEqualTo(MethodKind.SMS_CODE);
    }

    @Test
    @Tag("R-SESS-4")
    void registration_thatWasStoringWhenTheHelpDeskEndedEverything_storesNothingMore() {
        Secret code = sent();
        host.methods.faults().beforeEachCall(call -> {
            if (call.equals("store")) {
                host.methods.faults().failNext(1);
            }
        });
        assertThatThrownBy(() -> host.confirm(handle, code)).isInstanceOf(UnavailableException.class);
        host.methods.faults().beforeEachCall(call -> {});
        host.advance(Duration.ofSeconds(1));
        host.sspr.helpDesk().turnOff(host.help(Host.ALICE));
        host.sspr.helpDesk().turnOn(host.help(Host.ALICE));
        host.advance(Duration.ofMinutes(2));
        host.sspr.sweep();

        assertThat(host.confirm(handle, sent())).isEqualTo(Denied.of(Denial.GONE));
        assertThat(host.registration.list(host.opened()).orElseThrow().methods())
                .isEmpty();
    }
}
