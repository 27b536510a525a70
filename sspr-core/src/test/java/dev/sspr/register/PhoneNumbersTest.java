package dev.sspr.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.UnavailableException;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.PhoneType;
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
    private static final Map<PhoneType, Set<MethodKind>> TAKEN = new EnumMap<>(Map.of(
            PhoneType.MOBILE, ALL,
            PhoneType.FIXED_OR_MOBILE, ALL,
            PhoneType.UNKNOWN, ALL,
            PhoneType.FIXED_LINE, Set.of(MethodKind.VOICE_CODE, MethodKind.OFFICE_CODE),
            PhoneType.VOIP, Set.of(MethodKind.OFFICE_CODE),
            PhoneType.OTHER, Set.of(MethodKind.OFFICE_CODE),
            PhoneType.COSTLY, Set.of(),
            PhoneType.NONE, Set.of()));

    private final Host host = new Host();
    private final FlowHandle handle = host.opened();

    private EnrolResult enrol(MethodKind kind) {
        return host.registration.enrol(handle, kind, NUMBER);
    }

    @ParameterizedTest
    @EnumSource
    void number_isTakenForWhatItsLineCarries(PhoneType type) {
        host.plans.put(NUMBER, type);
        for (MethodKind kind : ALL) {
            boolean taken = TAKEN.get(type).contains(kind);
            Denial why = type == PhoneType.NONE ? Denial.MALFORMED : Denial.NUMBER_NOT_ACCEPTED;

            EnrolResult result = enrol(kind);

            if (taken) {
                assertThat(result).as(kind.value()).isInstanceOf(EnrolResult.Sent.class);
            } else {
                assertThat(result).as(kind.value()).isEqualTo(Denied.of(why));
            }
            host.advance(Duration.ofMinutes(2));
        }
        assertThat(host.notifier.messages()).hasSize(TAKEN.get(type).size());
    }

    @Test
    void number_whileThePlansDoNotAnswer_isNotTaken_andCanBeTypedAgain() {
        host.plans.faults().fail();
        assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> enrol(MethodKind.SMS_CODE));
        assertThat(host.notifier.messages()).isEmpty();

        host.plans.faults().heal();
        assertThat(enrol(MethodKind.SMS_CODE)).isInstanceOf(EnrolResult.Sent.class);
    }
}
