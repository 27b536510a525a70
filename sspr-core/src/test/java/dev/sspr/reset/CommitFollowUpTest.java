package dev.sspr.reset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.fixture.ResetFixture;
import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.FlowStatus;
import dev.sspr.flow.ReportResult;
import dev.sspr.internal.reset.ResetFlow;
import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.AuditEvent;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.Channel;
import dev.sspr.spi.Destination;
import dev.sspr.spi.Message;
import dev.sspr.spi.Notice;
import dev.sspr.spi.Notifier;
import dev.sspr.spi.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What follows a new password. */
class CommitFollowUpTest {
    private static final Destination SECOND = new Destination("m2", Channel.EMAIL, "alice@example.net");

    private final AtomicInteger revocations = new AtomicInteger();
    private final ResetFixture fixture = new ResetFixture().through(call -> {
        if (call.is("SessionRevoker.revokeAll")) {
            revocations.incrementAndGet();
        }
        return call.go();
    });
    private final ResetFlow reset = fixture.reset();

    private FlowHandle completed(Destination... destinations) {
        fixture.with("alice", AccountStatus.ACTIVE, Account.Privilege.ORDINARY, destinations);
        FlowHandle handle = fixture.proven(reset);
        reset.complete(handle, ResetFixture.NEW);
        return handle;
    }

    private List<Message> notices() {
        return fixture.notifier.messages().stream()
                .filter(message -> message.content() instanceof Notice.PasswordChanged)
                .toList();
    }

    private void sweeps(int times) {
        for (int i = 0; i < times; i++) {
            fixture.clock.advance(Duration.ofMinutes(5));
            reset.sweep();
            fixture.executor.runAll();
        }
    }

    private List<AuditEvent> events(AuditType type) {
        return fixture.audit.events().stream()
                .filter(event -> event.type() == type)
                .toList();
    }

    @Test
    @Tag("R-NOT-7")
    @Tag("F2-G6")
    @DisplayName("F2-G6: notices go to all destinations, without a link where a proof went")
    void notices_goToAllDestinations() {
        completed(ResetFixture.MAIL, SECOND, ResetFixture.PHONE);
        fixture.executor.runAll();

        assertThat(notices()).extracting(Message::to).containsExactly(ResetFixture.MAIL, SECOND, ResetFixture.PHONE);
        assertThat(notices())
                .filteredOn(one -> notMe(one).isEmpty())
                .extracting(Message::to)
                .containsExactly(ResetFixture.MAIL);
        assertThat(events(AuditType.NOTIFIED))
                .singleElement()
                .satisfies(event -> assertThat(event.outcome()).isEqualTo(AuditEvent.Outcome.SUCCESS));
    }

    @Test
    @Tag("R-NOT-7")
    void notices_toAnotherSpellingOfTheProvenMailbox_haveNoLink() {
        completed(ResetFixture.MAIL, new Destination("m3", Channel.EMAIL, "Alice+x@example.org"));
        fixture.executor.runAll();

        assertThat(notices()).singleElement().matches(one -> notMe(one).isEmpty());
    }

    @Test
    @Tag("R-NOT-7")
    @Tag("F2-G6")
    @DisplayName("F2-G6: the only address of an account gets the notice of its own reset, without a link")
    void notices_ofAnAccountWithOneAddress_goThere() {
        completed(ResetFixture.MAIL);
        fixture.executor.runAll();

        assertThat(notices()).singleElement().satisfies(one -> {
            assertThat(one.to()).isEqualTo(ResetFixture.MAIL);
            assertThat(notMe(one)).isEmpty();
        });
        assertThat(events(AuditType.NOTIFIED)).singleElement().satisfies(event -> {
            assertThat(event.outcome()).isEqualTo(AuditEvent.Outcome.SUCCESS);
            assertThat(event.attributes()).containsEntry("destinations", "1");
        });
    }

    private static Optional<Secret> notMe(Message notice) {
        return ((Notice.PasswordChanged) notice.content()).notMe();
    }

    @Test
    @Tag("R-NOT-7")
    void notices_whenTheCarrierIsBusy_areTriedAgainWithTheSameIds() {
        AtomicInteger refusals = new AtomicInteger(2);
        fixture.notifier.answerWith(
                message -> message.content() instanceof Notice.PasswordChanged && refusals.getAndDecrement() > 0
                        ? new Notifier.Delivery.TryLater(Duration.ofSeconds(1))
                        : new Notifier.Delivery.Accepted());
        FlowHandle handle = completed(ResetFixture.MAIL, SECOND, ResetFixture.PHONE);
        fixture.executor.runAll();
        sweeps(3);

        assertThat(notices()).extracting(Message::to).contains(SECOND, ResetFixture.PHONE);
        assertThat(reset.status(handle)).isEqualTo(FlowStatus.DONE);
        assertThat(events(AuditType.COMPLETED)).hasSize(1);
    }

    @Test
    @Tag("F2-R2")
    void notices_ofAMailboxThatIsDownForADay_arriveWhenItIsBack() {
        fixture.notifier.answerWith(message -> message.content() instanceof Notice.PasswordChanged
                        && message.to().equals(SECOND)
                ? new Notifier.Delivery.TryLater(Duration.ofMinutes(5))
                : new Notifier.Delivery.Accepted());
        FlowHandle handle = completed(ResetFixture.MAIL, SECOND, ResetFixture.PHONE);
        fixture.executor.runAll();
        sweeps(24 * 12);
        assertThat(reset.status(handle)).isEqualTo(FlowStatus.DONE);
        assertThat(events(AuditType.COMPLETED)).isEmpty();
        fixture.notifier.answerWith(message -> new Notifier.Delivery.Accepted());
        sweeps(6 * 12);

        assertThat(notices())
                .extracting(Message::to)
                .containsExactlyInAnyOrder(ResetFixture.MAIL, ResetFixture.PHONE, SECOND);
        assertThat(events(AuditType.COMPLETED))
                .singleElement()
                .satisfies(event -> assertThat(event.outcome()).isEqualTo(AuditEvent.Outcome.SUCCESS));
    }

    @Test
    @Tag("F2-R2")
    void notices_thatNobodyTakes_areGivenUpAfterTwoDays() {
        fixture.notifier.answerWith(message -> message.content() instanceof Notice.PasswordChanged
                ? new Notifier.Delivery.TryLater(Duration.ofMinutes(5))
                : new Notifier.Delivery.Accepted());
        completed(ResetFixture.MAIL, SECOND);
        fixture.executor.runAll();
        sweeps(40 * 12);
        assertThat(events(AuditType.COMPLETED)).isEmpty();
        sweeps(9 * 12);

        assertThat(events(AuditType.COMPLETED))
                .singleElement()
                .satisfies(event -> assertThat(event.attributes()).containsEntry("reason", "notices-undelivered"));
        assertThat(events(AuditType.NOTIFIED)).hasSizeBetween(10, 20);
    }

    @Test
    @Tag("F2-R2")
    void report_whileANoticeIsOwed_keepsNobodyFromBeingTold() {
        fixture.notifier.answerWith(message -> message.content() instanceof Notice.PasswordChanged
                        && message.to().equals(SECOND)
                ? new Notifier.Delivery.TryLater(Duration.ofMinutes(5))
                : new Notifier.Delivery.Accepted());
        completed(ResetFixture.MAIL, SECOND, ResetFixture.PHONE);
        fixture.executor.runAll();
        Secret notMe = ResetFixture.token(notices().stream()
                .flatMap(one -> notMe(one).stream())
                .findFirst()
                .orElseThrow());

        assertThat(reset.report(notMe)).isEqualTo(ReportResult.SECURED);
        assertThat(events(AuditType.REPORTED)).hasSize(1);
        fixture.notifier.answerWith(message -> new Notifier.Delivery.Accepted());
        sweeps(3);
        assertThat(notices()).extracting(Message::to).contains(SECOND);
    }

    @Test
    @Tag("R-SESS-1")
    @Tag("V-SESS-1")
    void sessions_givenBefore_endAndLaterOnesLive() {
        String old = fixture.sessions.open(ResetFixture.ALICE_ID, fixture.clock.instant());
        fixture.clock.advance(Duration.ofSeconds(1));
        completed(ResetFixture.MAIL);
        String fresh = fixture.sessions.open(ResetFixture.ALICE_ID, fixture.clock.instant());
        fixture.executor.runAll();
        sweeps(2);

        assertThat(fixture.sessions.accepts(old)).isFalse();
        assertThat(fixture.sessions.accepts(fresh)).isTrue();
    }

    @Test
    @Tag("R-SESS-2")
    void sessions_notConfirmed_areReportedAndTriedAgain() {
        String old = fixture.sessions.open(ResetFixture.ALICE_ID, fixture.clock.instant());
        fixture.clock.advance(Duration.ofSeconds(1));
        fixture.sessions.answerUnconfirmed(true);
        fixture.with("alice", AccountStatus.ACTIVE, Account.Privilege.ORDINARY, ResetFixture.MAIL);
        FlowHandle handle = fixture.proven(reset);

        assertThat(reset.complete(handle, ResetFixture.NEW))
                .isEqualTo(new CompleteResult.Done(CompleteResult.Done.Sessions.PENDING));
        fixture.sessions.answerUnconfirmed(false);
        sweeps(1);

        assertThat(fixture.sessions.accepts(old)).isFalse();
        assertThat(reset.complete(handle, ResetFixture.NEW))
                .isEqualTo(new CompleteResult.Done(CompleteResult.Done.Sessions.ENDED));
    }

    @Test
    @Tag("R-SESS-2")
    void sessions_neverConfirmed_areTriedThreeTimesMoreAndToldToTheHost() {
        fixture.sessions.answerUnconfirmed(true);
        FlowHandle handle = completed(ResetFixture.MAIL);
        fixture.executor.runAll();
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
        fixture.sessions.faults().fail();
        FlowHandle handle = completed(ResetFixture.MAIL);

        assertThat(reset.complete(handle, ResetFixture.NEW))
                .isEqualTo(new CompleteResult.Done(CompleteResult.Done.Sessions.PENDING));
        fixture.sessions.faults().heal();
        sweeps(1);
        assertThat(events(AuditType.COMPLETED))
                .singleElement()
                .satisfies(event -> assertThat(event.outcome()).isEqualTo(AuditEvent.Outcome.SUCCESS));
    }
}
