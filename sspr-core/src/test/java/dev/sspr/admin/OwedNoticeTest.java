package dev.sspr.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sspr.spi.AdminAction;
import dev.sspr.spi.AuditEvent.Outcome;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.Delivery;
import dev.sspr.spi.Destination;
import dev.sspr.spi.Digest;
import dev.sspr.spi.Message;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the help desk did is told also where a node dies in the middle, or a carrier is down. */
@Tag("R-ADM-5")
class OwedNoticeTest {
    private static final Duration LATER = Duration.ofMinutes(10);

    private final Desk host = new Desk();
    private final HelpCase help = Desk.help();

    private void sweepLater() {
        host.advance(LATER);
        host.sspr.sweep();
    }

    private List<Destination> told(AdminAction action) {
        return host.told(action).stream().map(Message::to).toList();
    }

    @Test
    void carrierThatIsDown_isAskedAgain_andOnlyForWhomItMissed() {
        host.notifier.answerWith(message -> message.to().equals(Desk.PHONE)
                ? new Delivery.TryLater(Duration.ofSeconds(1))
                : new Delivery.Accepted());

        assertThat(((HelpResult.Done<?>) host.desk.turnOff(help)).told()).isEqualTo(1);
        host.notifier.answerWith(message -> new Delivery.Accepted());
        sweepLater();
        sweepLater();

        assertThat(told(AdminAction.TURN_OFF)).containsExactly(Desk.MAIL, Desk.PHONE);
        assertThat(host.events(AuditType.NOTIFIED))
                .extracting("outcome")
                .containsExactly(Outcome.FAILURE, Outcome.SUCCESS);
    }

    @Test
    void carrierThatRefusesForGood_isNotAskedAgain() {
        host.notifier.answerWith(message -> new Delivery.Refused(Delivery.Refused.Reason.UNKNOWN_RECIPIENT));
        host.desk.turnOff(help);
        host.notifier.answerWith(message -> new Delivery.Accepted());
        sweepLater();

        assertThat(told(AdminAction.TURN_OFF)).isEmpty();
        assertThat(host.events(AuditType.NOTIFIED)).extracting("outcome").containsExactly(Outcome.FAILURE);
    }

    @Test
    void carrierThatStaysDown_isGivenUpAfterFourTries() {
        host.notifier.faults().fail();
        host.desk.turnOff(help);
        for (int pass = 0; pass < 6; pass++) {
            sweepLater();
        }
        host.notifier.faults().heal();
        sweepLater();

        assertThat(told(AdminAction.TURN_OFF)).isEmpty();
        assertThat(host.events(AuditType.NOTIFIED)).hasSize(4);
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

        assertThat(told(AdminAction.REQUIRE_REGISTRATION)).containsExactly(Desk.MAIL, Desk.PHONE);
    }

    @Test
    void nodeThatDiesWhileItTells_isFollowedByOneThatTellsTheRest_underTheSameIds() {
        Set<Digest> ids = new HashSet<>();
        host.notifier.answerWith(message -> {
            ids.add(message.id());
            if (message.to().equals(Desk.PHONE)) {
                throw new Crash();
            }
            return new Delivery.Accepted();
        });
        assertThatThrownBy(() -> host.desk.turnOff(help)).isInstanceOf(Crash.class);
        host.notifier.answerWith(message -> {
            ids.add(message.id());
            return new Delivery.Accepted();
        });
        sweepLater();

        assertThat(told(AdminAction.TURN_OFF)).containsExactly(Desk.MAIL, Desk.MAIL, Desk.PHONE);
        assertThat(ids).hasSize(2);
    }

    @Test
    void deedThatWasRefused_isNotToldLaterEither() {
        assertThat(host.desk.removeMethod(help, "no-such-method"))
                .isEqualTo(new HelpResult.Declined<>(HelpRefusal.NO_SUCH_METHOD));
        sweepLater();

        assertThat(host.notifier.messages()).isEmpty();
    }

    @Test
    void storeThatCannotKeepTheNotice_leavesTheDeedUndone() {
        host.flows.faults().fail();
        assertThatThrownBy(() -> host.desk.turnOff(help)).hasMessageContaining("flow-store");
        host.flows.faults().heal();

        assertThat(Desk.answer(host.desk.look(help)).selfServiceOff()).isEmpty();
    }

    private static final class Crash extends Error {
        private static final long serialVersionUID = 1;
    }
}
