package dev.sspr.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sspr.fixture.RegistrationFixture;
import dev.sspr.flow.EnrolResult;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.flow.UnavailableException;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Purpose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The domain of a typed mailbox. */
@Tag("F2-P2")
class MailDomainsTest {
    private static final String TYPED = "alice@stra\u00dfe.example";

    private final RegistrationFixture fixture = new RegistrationFixture();
    private final FlowHandle handle = fixture.opened();

    private EnrolResult enrol(String typed) {
        return fixture.registration.enrol(handle, MethodKind.EMAIL_CODE, typed);
    }

    @Test
    @DisplayName("F2-P2: an international domain is mapped by the role, and keeps its sharp s")
    void domain_thatTheRoleMaps_isTaken() {
        fixture.domains.put("stra\u00dfe.example", "xn--strae-oqa.example");

        assertThat(enrol(TYPED)).isInstanceOf(EnrolResult.Sent.class);
        assertThat(fixture.notifier.messages()).hasSize(1);
        assertThat(fixture.notifier.lastTo("alice@xn--strae-oqa.example")).isPresent();
    }

    @Test
    @DisplayName("F2-P2: a domain that the role does not map is malformed")
    void domain_thatTheRoleRefuses_isMalformed() {
        assertThat(enrol(TYPED)).isEqualTo(Refused.of(Purpose.REGISTER, Refusal.MALFORMED_ADDRESS));
    }

    @Test
    @DisplayName("F2-P2: while the role does not answer, the domain can be typed again")
    void domain_duringAnOutage_isNotTaken() {
        fixture.domains.put("stra\u00dfe.example", "xn--strae-oqa.example");
        fixture.domains.faults().fail();
        assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> enrol(TYPED));

        fixture.domains.faults().heal();
        assertThat(enrol(TYPED)).isInstanceOf(EnrolResult.Sent.class);
    }

    @Test
    @DisplayName("F2-P2: an A-label needs no role")
    void aLabel_isTaken() {
        fixture.domains.faults().fail();

        assertThat(enrol("alice@XN--strae-oqa.example")).isInstanceOf(EnrolResult.Sent.class);
        assertThat(fixture.notifier.lastTo("alice@xn--strae-oqa.example")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {TYPED, "alice@B\u00dcCHER.example", "alice@example\u3002org", "alice@\uff45xample.org"})
    @DisplayName("F2-P2: without the role a domain outside ASCII is refused with a hint")
    void domain_withoutTheRole_isRefusedWithAHint(String typed) {
        RegistrationFixture plain = RegistrationFixture.withoutMailDomains();

        EnrolResult result = plain.registration.enrol(plain.opened(), MethodKind.EMAIL_CODE, typed);

        assertThat(result).isEqualTo(Refused.of(Purpose.REGISTER, Refusal.DOMAIN_NOT_ASCII));
        assertThat(result.outcome().id()).isEqualTo("SSPR-G-039");
        assertThat(plain.notifier.messages()).isEmpty();
    }
}
