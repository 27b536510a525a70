package dev.sspr.register;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.fixture.RegistrationFixture;
import dev.sspr.flow.EnrolResult;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.spi.Channel;
import dev.sspr.spi.Destination;
import dev.sspr.spi.Message;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.PhoneNumbers;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.UserId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A number is judged, kept, compared and dialled in one form. */
@Tag("F2-P1")
class CanonicalNumbersTest {
    private static final String NUMBER = "+31612345678";

    private final RegistrationFixture fixture = new RegistrationFixture();
    private final FlowHandle handle = fixture.opened();

    private EnrolResult enrol(MethodKind kind, String typed) {
        fixture.advance(Duration.ofMinutes(2));
        return fixture.registration.enrol(handle, kind, typed);
    }

    private void plans() {
        fixture.plans.put(NUMBER, PhoneNumbers.Type.MOBILE);
        fixture.plans.putSpelling("+310612345678", NUMBER);
        fixture.plans.put("+31906123456", PhoneNumbers.Type.COSTLY);
        fixture.plans.putSpelling("+310906123456", "+31906123456");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+31 (0)6 12345678", "+31 06 12345678", "+31 (06) 12345678", "+31-(0)6-12.34.56.78"})
    @DisplayName("F2-P1: with plans, a trunk prefix is neither dialled nor kept")
    void number_withATrunkPrefix_isDialledWithoutIt(String typed) {
        plans();

        assertThat(enrol(MethodKind.SMS_CODE, typed)).isInstanceOf(EnrolResult.Sent.class);
        assertThat(fixture.notifier.messages())
                .extracting(Message::to)
                .extracting(Destination::address)
                .containsExactly(NUMBER);
    }

    @Test
    @DisplayName("F2-P1: one number in two forms is registered once")
    void number_inAnotherForm_isRegisteredAlready() {
        plans();
        fixture.withAddress(handle, MethodKind.SMS_CODE, NUMBER);

        assertThat(enrol(MethodKind.SMS_CODE, "+31 (0)6 12345678"))
                .isEqualTo(Refused.of(Purpose.REGISTER, Refusal.ALREADY_REGISTERED));
    }

    @Test
    @DisplayName("F2-P1: a costly number behind a trunk prefix is not accepted")
    void costlyNumber_withATrunkPrefix_isRefused() {
        plans();

        for (MethodKind kind : List.of(MethodKind.SMS_CODE, MethodKind.VOICE_CODE, MethodKind.OFFICE_CODE)) {
            assertThat(enrol(kind, "+31 (0)906 123456"))
                    .isEqualTo(Refused.of(Purpose.REGISTER, Refusal.NUMBER_NOT_ACCEPTED));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+31 (0)6 12345678",
                "+31 06 12345678",
                "+31 0906 123456",
                "+44 (020) 79460000",
                "+49 (0) 171 1234567",
                "+39 (0)6 69812345",
                "+7 (8) 912 3456789",
                "+7 8 912 3456789",
                "+1 (1) 202 5550123",
                "+1 1 202 5550123",
                "+36 06 20 1234567",
                "+375 80 29 1234567",
                "+370 8 612 34567",
                "+52 1 55 1234 5678"
            })
    @DisplayName("F2-P1: without plans, a form that may hide a trunk prefix is refused with a hint")
    void number_thatMayHideATrunkPrefix_isRefused(String typed) {
        for (MethodKind kind : List.of(MethodKind.SMS_CODE, MethodKind.VOICE_CODE, MethodKind.OFFICE_CODE)) {
            EnrolResult result = enrol(kind, typed);

            assertThat(result).isEqualTo(Refused.of(Purpose.REGISTER, Refusal.TRUNK_PREFIX));
            assertThat(result.outcome().id()).isEqualTo("SSPR-G-038");
        }
        assertThat(fixture.notifier.messages()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "+39 06 69812345, +390669812345",
        "+39 (06) 69812345, +390669812345",
        "+378 0549 886377, +3780549886377",
        "+225 0123456789, +2250123456789",
        "+229 0195123456, +2290195123456",
        "+242 061234567, +242061234567",
        "+7 812 3456789, +78123456789",
        "+1 (202) 555-0123, +12025550123",
        "+31 (6) 12345678, +31612345678",
    })
    @DisplayName("F2-P1: without plans, a number whose zero or code belongs to it is taken")
    void number_withoutATrunkPrefix_isTaken(String typed, String e164) {
        assertThat(enrol(MethodKind.VOICE_CODE, typed)).isInstanceOf(EnrolResult.Sent.class);
        assertThat(fixture.notifier.lastTo(e164)).isPresent();
    }

    @Test
    @Tag("F2-P4")
    @DisplayName("F2-P4: a number of a plan with 7 digits is taken")
    void number_ofSevenDigits_isTaken() {
        assertThat(enrol(MethodKind.SMS_CODE, "+683 4002")).isInstanceOf(EnrolResult.Sent.class);
        assertThat(fixture.notifier.lastTo("+6834002")).isPresent();
    }

    private List<String> noticed(String stored) {
        fixture.add("erik", new Destination("p1", Channel.SMS, stored));
        FlowHandle open = fixture.opened(new UserId("u-erik"));
        fixture.withAddress(open, MethodKind.EMAIL_CODE, "erik@example.net");
        return fixture.notifier.messages().stream()
                .map(message -> message.to().address())
                .filter(address -> address.startsWith("+"))
                .distinct()
                .toList();
    }

    @Test
    @DisplayName("F2-P1: a number of the user store is dialled in its canonical form too")
    void numberOfTheStore_isDialledInItsCanonicalForm() {
        plans();

        assertThat(noticed("+310612345678")).containsExactly(NUMBER);
    }

    @Test
    @DisplayName("F2-P1: a costly number of the user store gets no message, trunk prefix or not")
    void costlyNumberOfTheStore_getsNoMessage() {
        assertThat(noticed("+310906123456")).isEmpty();
    }

    @Test
    @DisplayName("F2-P1: during an outage of the plans, a number of the user store is dialled as it is kept")
    void numberOfTheStore_duringAnOutage_isDialledAsItIs() {
        plans();
        fixture.plans.faults().fail();

        assertThat(noticed("+310612345678")).containsExactly("+310612345678");
    }
}
