package dev.sspr.internal.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.FlowStatus;
import dev.sspr.reset.PasswordReset;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.AuditEvent;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.Channel;
import dev.sspr.spi.Delivery;
import dev.sspr.spi.Destination;
import dev.sspr.spi.Message;
import dev.sspr.spi.Notice;
import dev.sspr.spi.Privilege;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What follows a new password. */
class AfterRulesTest {
    private static final Destination SECOND = new Destination("m2", Channel.EMAIL, "alice@example.net");

    private final AtomicInteger revocations = new AtomicInteger();
    private final World world = new World().through(call -> {
        if (call.is("SessionRevoker.revokeAll")) {
            revocations.incrementAndGet();
        }
        return call.go();
    });
    private final PasswordReset reset = world.reset();

    private FlowHandle completed(Destination... destinations) {
        world.with("alice", AccountStatus.ACTIVE, Privilege.ORDINARY, destinations);
        FlowHandle handle = world.proven(reset);
        reset.complete(handle, World.NEW);
        return handle;
    }

    private List<Message> notices() {
        return world.notifier.messages().stream()
                .filter(message -> message.content() instanceof Notice.PasswordChanged)
                .toList();
    }

    private void sweeps(int times) {
        for (int i = 0; i < times; i++) {
            world.clock.advance(Duration.ofMinutes(5));
            reset.sweep();
            world.executor.runAll();
        }
    }

    private List<AuditEvent> events(AuditType type) {
        return world.audit.events().stream()
                .filter(event -> event.type() == type)
                .toList();
    }

    @Test
    @Tag("R-NOT-7")
    void notices_goToAllDestinationsButTheProven() {
        completed(World.MAIL, SECOND, World.PHONE);
        world.executor.runAll();

        assertThat(notices()).extracting(Message::to).containsExactly(SECOND, World.PHONE);
        assertThat(events(AuditType.NOTIFIED))
                .singleElement()
                .satisfies(event -> assertThat(event.outcome()).isEqualTo(AuditEvent.Outcome.SUCCESS));
    }

    @Test
    @Tag("R-NOT-7")
    void notices_toAnotherSpellingOfTheProvenMailbox_areNoNotices() {
        completed(World.MAIL, new Destination("m3", Channel.EMAIL, "Alice+x@example.org"));
        world.executor.runAll();

        assertThat(notices()).isEmpty();
    }

    @Test
    @Tag("R-NOT-7")
    void notices_ofAnAccountWithOneAddress_areAnAuditEvent() {
        completed(World.MAIL);
        world.executor.runAll();

        assertThat(notices()).isEmpty();
        assertThat(events(AuditType.NOTIFIED)).singleElement().satisfies(event -> {
            assertThat(event.outcome()).isEqualTo(AuditEvent.Outcome.FAILURE);
            assertThat(event.attributes()).containsEntry("destinations", "0");
        });
    }

    @Test
    @Tag("R-NOT-7")
    void notices_whenTheCarrierIsBusy_areTriedAgainWithTheSameIds() {
        AtomicInteger refusals = new AtomicInteger(2);
        world.notifier.answerWith(
                message -> message.content() instanceof Notice.PasswordChanged && refusals.getAndDecrement() > 0
                        ? new Delivery.TryLater(Duration.ofSeconds(1))
                        : new Delivery.Accepted());
        FlowHandle handle = completed(World.MAIL, SECOND, World.PHONE);
        world.executor.runAll();
        sweeps(3);

        assertThat(notices()).extracting(Message::to).contains(SECOND, World.PHONE);
        assertThat(reset.status(handle)).isEqualTo(FlowStatus.DONE);
        assertThat(events(AuditType.COMPLETED)).hasSize(1);
    }

    @Test
    @Tag("R-SESS-1")
    void sessions_givenBefore_endAndLaterOnesLive() {
        String old = world.sessions.open(World.ALICE_ID, world.clock.instant());
        world.clock.advance(Duration.ofSeconds(1));
        completed(World.MAIL);
        String fresh = world.sessions.open(World.ALICE_ID, world.clock.instant());
        world.executor.runAll();
        sweeps(2);

        assertThat(world.sessions.accepts(old)).isFalse();
        assertThat(world.sessions.accepts(fresh)).isTrue();
    }

    @Test
    @Tag("R-SESS-2")
    void sessions_notConfirmed_areReportedAndTriedAgain() {
        String old = world.sessions.open(World.ALICE_ID, world.clock.instant());
        world.clock.advance(Duration.ofSeconds(1));
        world.sessions.answerUnconfirmed(true);
        world.with("alice", AccountStatus.ACTIVE, Privilege.ORDINARY, World.MAIL);
        FlowHandle handle = world.proven(reset);

        assertThat(reset.complete(handle, World.NEW))
                .isEqualTo(new CompleteResult.Done(CompleteResult.Done.Sessions.PENDING));
        world.sessions.answerUnconfirmed(false);
        sweeps(1);

        assertThat(world.sessions.accepts(old)).isFalse();
        assertThat(reset.complete(handle, World.NEW))
                .isEqualTo(new CompleteResult.Done(CompleteResult.Done.Sessions.ENDED));
    }

    @Test
    @Tag("R-SESS-2")
    void sessions_neverConfirmed_areTriedThreeTimesMoreAndToldToTheHost() {
        world.sessions.answerUnconfirmed(true);
        FlowHandle handle = completed(World.MAIL);
        world.executor.runAll();
        sweeps(8);

        assertThat(revocations).hasValue(4);
        assertThat(events(AuditType.SESSIONS_REVOKED))
                .hasSize(4)
                .allMatch(event -> event.outcome() == AuditEvent.Outcome.FAILURE);
        assertThat(events(AuditType.SESSIONS_REVOKED))
                .extracting(event -> event.attributes().get("try"))
                .containsExactly("1", "2", "3", "4");
        assertThat(events(AuditType.COMPLETED))
                .singleElement()
                .satisfies(event -> assertThat(event.attributes()).containsEntry("reason", "sessions-unconfirmed"));
        assertThat(reset.status(handle)).isEqualTo(FlowStatus.DONE);
    }

    @Test
    @Tag("R-SESS-2")
    void sessions_revokerDown_isNoFailureOfTheReset() {
        world.sessions.faults().fail();
        FlowHandle handle = completed(World.MAIL);

        assertThat(reset.complete(handle, World.NEW))
                .isEqualTo(new CompleteResult.Done(CompleteResult.Done.Sessions.PENDING));
        world.sessions.faults().heal();
        sweeps(1);
        assertThat(events(AuditType.COMPLETED))
                .singleElement()
                .satisfies(event -> assertThat(event.outcome()).isEqualTo(AuditEvent.Outcome.SUCCESS));
    }
}
