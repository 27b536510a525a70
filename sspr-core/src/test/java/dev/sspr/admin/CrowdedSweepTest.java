package dev.sspr.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.fixture.HelpDeskFixture;
import dev.sspr.spi.AdminAction;
import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.Digest;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.Notifier;
import dev.sspr.spi.OwnerTag;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.SealedBody;
import dev.sspr.spi.StoredFlow;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is owed is told although other flows stand before it, or the store forgets nothing. */
@Tag("R-ADM-5")
@Tag("R-SESS-2")
class CrowdedSweepTest {
    private final HelpDeskFixture host = new HelpDeskFixture();

    /** Flows of a room that this host has closed, which nobody takes up. */
    private void leftOver(int flows) {
        for (int i = 0; i < flows; i++) {
            FlowId id = new FlowId(new Digest(1, i));
            host.flows.insert(new StoredFlow(
                    id,
                    new OwnerTag(id.digest()),
                    Purpose.UNLOCK,
                    1,
                    host.now.plus(Duration.ofDays(6)),
                    Optional.of(host.now),
                    SealedBody.of(new byte[224])));
        }
    }

    private void owed() {
        host.notifier.answerWith(message -> new Notifier.Delivery.TryLater(Duration.ofSeconds(1)));
        host.desk.disableSelfService(HelpDeskFixture.help());
        host.notifier.answerWith(message -> new Notifier.Delivery.Accepted());
        host.advance(Duration.ofMinutes(10));
    }

    @Test
    void flowsOfARoomThatIsClosed_keepNobodyFromBeingTold() {
        leftOver(1000);
        owed();
        for (int pass = 0; pass < 3; pass++) {
            host.sspr.sweep();
        }

        assertThat(host.told(AdminAction.TURN_OFF)).hasSize(2);
    }

    @Test
    void storeThatCannotForget_keepsNobodyFromBeingTold() {
        owed();
        host.flows.faults().beforeEachCall(operation -> {
            if (operation.equals("purge")) {
                throw new BackendUnavailableException("too many rows to delete in time");
            }
        });
        host.sspr.sweep();

        assertThat(host.told(AdminAction.TURN_OFF)).hasSize(2);
    }
}
