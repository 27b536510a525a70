package dev.sspr.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sspr.fixture.RegistrationFixture;
import dev.sspr.flow.UnavailableException;
import dev.sspr.flow.UndoResult;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Secret;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The end of the sessions after an undo. */
class UndoSessionsTest {
    private final RegistrationFixture fixture = new RegistrationFixture();

    private String thiefsSession() {
        return fixture.sessions.open(RegistrationFixture.ALICE, fixture.now);
    }

    @Test
    @Tag("F2-S8")
    @DisplayName(
            "F2-S8: sessions whose end is not confirmed are said to be ending, and are tried again until they have")
    void undo_withSessionsThatAreNotConfirmed_triesAgain() {
        fixture.withAddress(fixture.opened(), MethodKind.EMAIL_CODE, "mallory@example.net");
        String session = thiefsSession();
        fixture.advance(Duration.ofMinutes(1));
        fixture.sessions.answerUnconfirmed(true);

        assertThat(fixture.registration.undo(fixture.undo())).isEqualTo(UndoResult.UNDONE_SESSIONS_PENDING);

        for (int i = 0; i < 5; i++) {
            fixture.advance(Duration.ofHours(7));
            fixture.sspr.sweep();
        }
        assertThat(fixture.sessions.accepts(session)).isTrue();
        fixture.sessions.answerUnconfirmed(false);
        String later = thiefsSession();
        fixture.advance(Duration.ofHours(7));
        fixture.sspr.sweep();
        assertThat(fixture.sessions.accepts(session)).isFalse();
        assertThat(fixture.sessions.accepts(later))
                .as("a session after the undo")
                .isTrue();
        long events = fixture.events(AuditType.SESSIONS_REVOKED);
        fixture.advance(Duration.ofHours(7));
        fixture.sspr.sweep();
        assertThat(fixture.events(AuditType.SESSIONS_REVOKED)).isEqualTo(events);
    }

    @Test
    @Tag("F2-S8")
    @DisplayName("F2-S8: an undo during an outage of the revoker leaves a duty, and the next press completes it")
    void undo_whileTheRevokerIsDown_leavesADuty() {
        fixture.withAddress(fixture.opened(), MethodKind.EMAIL_CODE, "mallory@example.net");
        String session = thiefsSession();
        fixture.advance(Duration.ofMinutes(1));
        fixture.sessions.faults().fail();

        Secret undo = fixture.undo();
        assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> fixture.registration.undo(undo));

        fixture.sessions.faults().heal();
        fixture.advance(Duration.ofMinutes(10));
        fixture.sspr.sweep();
        assertThat(fixture.sessions.accepts(session)).isFalse();
        assertThat(fixture.registration.undo(undo)).isEqualTo(UndoResult.UNDONE);
        assertThat(fixture.registration.status(RegistrationFixture.ALICE).held())
                .isZero();
    }
}
