package dev.sspr.register;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.fixture.RegistrationFixture;
import dev.sspr.flow.ConfirmResult;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.flow.UndoResult;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Secret;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What was seen after its end stays ended when the clock is set back. */
class ClosedByTimeTest {
    private final RegistrationFixture fixture = new RegistrationFixture();

    @Test
    @Tag("F2-S13")
    @DisplayName("F2-S13: open security info that was seen after its deadline stays closed when the clock is set back")
    void registration_seenAfterItsDeadline_staysClosed() {
        FlowHandle handle = fixture.opened();
        fixture.advance(Duration.ofDays(1));
        assertThat(fixture.registration.list(handle)).isEmpty();
        fixture.now = RegistrationFixture.START;

        assertThat(fixture.registration.list(handle)).isEmpty();
        assertThat(fixture.registration.enrol(handle, MethodKind.APP_CODE))
                .isEqualTo(Refused.of(Purpose.REGISTER, Refusal.GONE));
    }

    @Test
    @Tag("F2-S13")
    @DisplayName("F2-S13: an enrolment that was seen after its end stays over when the clock is set back")
    void enrolment_seenAfterItsEnd_staysOver() {
        FlowHandle handle = fixture.opened();
        fixture.registration.enrol(handle, MethodKind.EMAIL_CODE, "alice@example.net");
        Secret code = fixture.codeTo("alice@example.net");
        fixture.advance(Duration.ofMinutes(10));
        assertThat(fixture.confirm(handle, code)).isEqualTo(Refused.of(Purpose.REGISTER, Refusal.CHALLENGE_EXPIRED));
        fixture.now = RegistrationFixture.START;

        assertThat(fixture.confirm(handle, code)).isNotInstanceOf(ConfirmResult.Registered.class);
    }

    @Test
    @Tag("F2-S13")
    @DisplayName("F2-S13: an undo that was too late stays too late when the clock is set back")
    void undo_tooLate_staysTooLate() {
        fixture.withAddress(fixture.opened(), MethodKind.EMAIL_CODE, "alice@example.net");
        Secret undo = fixture.undo();
        fixture.advance(Duration.ofHours(24));
        assertThat(fixture.registration.undo(undo)).isEqualTo(UndoResult.TOO_LATE);
        fixture.now = RegistrationFixture.START;

        assertThat(fixture.registration.undo(undo)).isEqualTo(UndoResult.TOO_LATE);
    }
}
