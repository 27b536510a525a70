package dev.sspr.internal.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sspr.admin.HelpDeskRequest;
import dev.sspr.fixture.HelpDeskFixture;
import dev.sspr.flow.HelpDeskResult;
import dev.sspr.flow.Refusal;
import dev.sspr.spi.AdminAction;
import dev.sspr.spi.AuditEvent.Outcome;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.Destination;
import dev.sspr.spi.Digest;
import dev.sspr.spi.Message;
import dev.sspr.spi.Notifier;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the help desk did is told also where a node dies in the middle, or a carrier is down. */
@Tag("R-ADM-5")
class PendingAdminNoticeTest {
    private static final Duration LATER = Duration.ofMinutes(10);

    private final HelpDeskFixture host = new HelpDeskFixture();
    private final HelpDeskRequest help = HelpDeskFixture.help();

    private void sweepLater() {
        host.advance(LATER);
        host.sspr.sweep();
    }

    private List<Destination> told(AdminAction action) {
        return host.told(action).stream().map(Message::to).toList();
    }

    @Test
    void carrierThatIsDown_isAskedAgain_andOnlyForWhomItMissed() {
        host.notifier.answerWith(message -> message.to().equals(HelpDeskFixture.PHONE)
                ? new Notifier.Delivery.TryLater(Duration.ofSeconds(1))
                : new Notifier.Delivery.Accepted());

        assertThat(((HelpDeskResult.Done<?>) host.desk.disableSelfService(help)).told())
                .isEqualTo(1);
        host.notifier.answerWith(message -> new Notifier.Delivery.Accepted());
        sweepLater();
        sweepLater();

        assertThat(told(AdminAction.TURN_OFF)).containsExactly(HelpDeskFixture.MAIL, HelpDeskFixture.PHONE);
        assertThat(host.events(AuditType.NOTIFIED))
                .extracting("outcome")
                .containsExactly(Outcome.FAILURE, Outcome.SUCCESS);
    }

    @Test
    void carrierThatRefusesForGood_isNotAskedAgain() {
        host.notifier.answerWith(
                message -> new Notifier.Delivery.Refused(Notifier.Delivery.Refused.Reason.UNKNOWN_RECIPIENT));
        host.desk.disableSelfService(help);
        host.notifier.answerWith(message -> new Notifier.Delivery.Accepted());
        sweepLater();

        assertThat(told(AdminAction.TURN_OFF)).isEmpty();
        assertThat(host.events(AuditType.NOTIFIED)).extracting("outcome").containsExactly(Outcome.FAILURE);
    }

    @Test
    @Tag("F2-R2")
    void carrierThatIsDownForDays_isAskedUntilItComesBack() {
        host.notifier.faults().fail();
        host.desk.disableSelfService(help);
        for (int hour = 0; hour < 5 * 24; hour++) {
            host.advance(Duration.ofHours(1));
            host.sspr.sweep();
        }
        assertThat(told(AdminAction.TURN_OFF)).isEmpty();
        host.notifier.faults().heal();
        host.advance(Duration.ofHours(6));
        host.sspr.sweep();

        assertThat(told(AdminAction.TURN_OFF)).containsExactly(HelpDeskFixture.MAIL, HelpDeskFixture.PHONE);
    }

    @Test
    @Tag("F2-R2")
    void carrierThatIsDownForAWeek_isGivenUp() {
        host.notifier.faults().fail();
        host.desk.disableSelfService(help);
        for (int hour = 0; hour < 8 * 24; hour++) {
            host.advance(Duration.ofHours(1));
            host.sspr.sweep();
        }
        host.notifier.faults().heal();
        host.advance(Duration.ofHours(6));
        host.sspr.sweep();

        assertThat(told(AdminAction.TURN_OFF)).isEmpty();
        assertThat(host.events(AuditType.NOTIFIED))
                .hasSizeBetween(30, 40)
                .allMatch(event -> event.outcome() == Outcome.FAILURE);
    }

    @Test
    @Tag("F2-R2")
    void carrierThatAsksForFiveMinutes_getsThem() {
        host.notifier.answerWith(message -> new Notifier.Delivery.TryLater(Duration.ofMinutes(5)));
        host.desk.disableSelfService(help);
        host.notifier.answerWith(message -> new Notifier.Delivery.Accepted());
        host.advance(Duration.ofMinutes(4));
        host.sspr.sweep();
        assertThat(told(AdminAction.TURN_OFF)).isEmpty();

        host.advance(Duration.ofMinutes(1));
        host.sspr.sweep();

        assertThat(told(AdminAction.TURN_OFF)).containsExactly(HelpDeskFixture.MAIL, HelpDeskFixture.PHONE);
    }

    @Test
    void nodeThatDiesInTheDeed_leavesANotice_thatTheNextSweepSends() {
        host.methods.faults().beforeEachCall(operation -> {
            if (!operation.equals("find")) {
                throw new Crash();
            }
        });
        assertThatThrownBy(() -> host.desk.requireRegistration(help)).isInstanceOf(Crash.class);
        host.methods.faults().beforeEachCall(operation -> {});
        host.sspr.sweep();
        assertThat(told(AdminAction.REQUIRE_REGISTRATION)).isEmpty();

        sweepLater();
        sweepLater();

        assertThat(told(AdminAction.REQUIRE_REGISTRATION)).containsExactly(HelpDeskFixture.MAIL, HelpDeskFixture.PHONE);
    }

    @Test
    void nodeThatDiesWhileItTells_isFollowedByOneThatTellsTheRest_underTheSameIds() {
        Set<Digest> ids = new HashSet<>();
        host.notifier.answerWith(message -> {
            ids.add(message.id());
            if (message.to().equals(HelpDeskFixture.PHONE)) {
                throw new Crash();
            }
            return new Notifier.Delivery.Accepted();
        });
        assertThatThrownBy(() -> host.desk.disableSelfService(help)).isInstanceOf(Crash.class);
        host.notifier.answerWith(message -> {
            ids.add(message.id());
            return new Notifier.Delivery.Accepted();
        });
        sweepLater();

        assertThat(told(AdminAction.TURN_OFF))
                .containsExactly(HelpDeskFixture.MAIL, HelpDeskFixture.MAIL, HelpDeskFixture.PHONE);
        assertThat(ids).hasSize(2);
    }

    @Test
    void deedThatWasRefused_isNotToldLaterEither() {
        assertThat(host.desk.removeMethod(help, "no-such-method"))
                .isEqualTo(new HelpDeskResult.Refused<>(Refusal.UNKNOWN_METHOD));
        sweepLater();

        assertThat(host.notifier.messages()).isEmpty();
    }

    @Test
    void storeThatCannotKeepTheNotice_leavesTheDeedUndone() {
        host.flows.faults().fail();
        assertThatThrownBy(() -> host.desk.disableSelfService(help)).hasMessageContaining("flow-store");
        host.flows.faults().heal();

        assertThat(HelpDeskFixture.answer(host.desk.inspect(help)).selfServiceOff())
                .isEmpty();
    }

    private static final class Crash extends Error {
        private static final long serialVersionUID = 1;
    }
}
