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
import dev.sspr.spi.PhoneNumbers;
import dev.sspr.spi.Purpose;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the numbering plans say of a number decides what it may be registered for (R-RATE-10, ruling 12). */
@Tag("R-RATE-10")
class PhoneNumbersTest {
    private static final String NUMBER = "+31612345678";
    private static final Set<MethodKind> ALL =
            Set.of(MethodKind.SMS_CODE, MethodKind.VOICE_CODE, MethodKind.OFFICE_CODE);
    private static final Map<PhoneNumbers.Type, Set<MethodKind>> TAKEN = new EnumMap<>(Map.of(
            PhoneNumbers.Type.MOBILE, ALL,
            PhoneNumbers.Type.FIXED_OR_MOBILE, ALL,
            PhoneNumbers.Type.UNKNOWN, ALL,
            PhoneNumbers.Type.FIXED_LINE, Set.of(MethodKind.VOICE_CODE, MethodKind.OFFICE_CODE),
            PhoneNumbers.Type.VOIP, Set.of(MethodKind.OFFICE_CODE),
            PhoneNumbers.Type.OTHER, Set.of(MethodKind.OFFICE_CODE),
            PhoneNumbers.Type.COSTLY, Set.of(),
            PhoneNumbers.Type.NONE, Set.of()));

    private final RegistrationFixture registrationFixture = new RegistrationFixture();
    private final FlowHandle handle = registrationFixture.opened();

    private EnrolResult enrol(MethodKind kind) {
        return registrationFixture.registration.enrol(handle, kind, NUMBER);
    }

    @ParameterizedTest
    @EnumSource
    void number_isTakenForWhatItsLineCarries(PhoneNumbers.Type type) {
        registrationFixture.plans.put(NUMBER, type);
        for (MethodKind kind : ALL) {
            boolean taken = TAKEN.get(type).contains(kind);
            Refusal why = type == PhoneNumbers.Type.NONE ? Refusal.MALFORMED_ADDRESS : Refusal.NUMBER_NOT_ACCEPTED;

            EnrolResult result = enrol(kind);

            if (taken) {
                assertThat(result).as(kind.value()).isInstanceOf(EnrolResult.Sent.class);
            } else {
                assertThat(result).as(kind.value()).isEqualTo(Refused.of(Purpose.REGISTER, why));
            }
            registrationFixture.advance(Duration.ofMinutes(2));
        }
        assertThat(registrationFixture.notifier.messages())
                .hasSize(TAKEN.get(type).size());
    }

    @Test
    void number_whileThePlansDoNotAnswer_isNotTaken_andCanBeTypedAgain() {
        registrationFixture.plans.faults().fail();
        assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> enrol(MethodKind.SMS_CODE));
        assertThat(registrationFixture.notifier.messages()).isEmpty();

        registrationFixture.plans.faults().heal();
        assertThat(enrol(MethodKind.SMS_CODE)).isInstanceOf(EnrolResult.Sent.class);
    }
}
