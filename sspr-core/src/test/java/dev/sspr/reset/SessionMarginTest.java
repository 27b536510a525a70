package dev.sspr.reset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.fixture.RegistrationFixture;
import dev.sspr.fixture.ResetFixture;
import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.UndoResult;
import dev.sspr.internal.reset.ResetFlow;
import dev.sspr.spi.MethodKind;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A session that a node with a fast clock has stamped ends like any other. */
class SessionMarginTest {
    private static final Duration SKEW = Duration.ofSeconds(2);
    private static final Duration TICK = Duration.ofMillis(1);

    private final ResetFixture fixture = new ResetFixture().withAlice();
    private final ResetFlow reset = fixture.reset();

    @Test
    @Tag("F2-S13")
    @DisplayName("F2-S13: a reset ends a session stamped 2 s ahead, and none that is newer")
    void reset_endsASessionStampedAhead() {
        FlowHandle handle = fixture.proven(reset);
        String ahead = fixture.sessions.open(
                ResetFixture.ALICE_ID, fixture.clock.instant().plus(SKEW));
        String later = fixture.sessions.open(
                ResetFixture.ALICE_ID, fixture.clock.instant().plus(SKEW).plus(TICK));

        assertThat(reset.complete(handle, ResetFixture.NEW))
                .isEqualTo(new CompleteResult.Done(CompleteResult.Done.Sessions.ENDED));

        assertThat(fixture.sessions.accepts(ahead)).isFalse();
        assertThat(fixture.sessions.accepts(later)).isTrue();
        assertThat(fixture.sessions.accepts(fixture.sessions.open(ResetFixture.ALICE_ID, fixture.clock.instant())))
                .as("a session opened right after the reset")
                .isTrue();
    }

    @Test
    @Tag("F2-S13")
    @DisplayName("F2-S13: a report ends a session stamped 2 s ahead")
    void report_endsASessionStampedAhead() {
        FlowHandle handle = fixture.proven(reset);
        reset.complete(handle, ResetFixture.NEW);
        String ahead = fixture.sessions.open(
                ResetFixture.ALICE_ID, fixture.clock.instant().plus(SKEW));

        reset.report(fixture.cancelTo(ResetFixture.MAIL));

        assertThat(fixture.sessions.accepts(ahead)).isFalse();
    }

    @Test
    @Tag("F2-S13")
    @DisplayName("F2-S13: an undo ends a session stamped 2 s ahead")
    void undo_endsASessionStampedAhead() {
        RegistrationFixture host = new RegistrationFixture();
        host.withAddress(host.opened(), MethodKind.EMAIL_CODE, "mallory@example.net");
        String ahead = host.sessions.open(RegistrationFixture.ALICE, host.now.plus(SKEW));

        assertThat(host.registration.undo(host.undo())).isEqualTo(UndoResult.UNDONE);

        assertThat(host.sessions.accepts(ahead)).isFalse();
    }
}
