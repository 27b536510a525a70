package dev.sspr.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sspr.Sspr;
import dev.sspr.fixture.NodeFixture;
import dev.sspr.flow.CompleteResult.Done;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.FlowStatus;
import dev.sspr.flow.NotPossible;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.flow.ReportResult;
import dev.sspr.flow.StartResult;
import dev.sspr.policy.RecoveryPolicy;
import dev.sspr.policy.SsprPolicy;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.Destination;
import dev.sspr.spi.Notice.RecoveryStarted;
import dev.sspr.spi.Notice.RecoveryStarted.Stage;
import dev.sspr.spi.Notifier;
import dev.sspr.spi.Secret;
import dev.sspr.spi.WriteId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("R-FLOW-13")
class AccountRecoveryTest {
    private static final RecoveryPolicy TWO_DAYS = new RecoveryPolicy(
            Duration.ofDays(2), Duration.ofHours(12), Duration.ofHours(24), RecoveryPolicy.Approval.NOT_NEEDED);

    private final NodeFixture host = new NodeFixture();
    private final Sspr sspr = node();
    private final AccountRecovery recovery = sspr.accountRecovery();

    private Sspr node() {
        return host.node(SsprPolicy.standard(), builder -> builder.recovery(TWO_DAYS));
    }

    private FlowHandle begun(String name) {
        StartResult start = recovery.start(name, FlowContext.of(Locale.ENGLISH));
        return ((StartResult.Started) start).handle();
    }

    private void passes(Duration time) {
        host.later(time);
        sspr.sweep();
    }

    private RecoveryStarted lastTo(Destination to) {
        return (RecoveryStarted) host.notifier.lastTo(to).orElseThrow().content();
    }

    @Test
    void nobodyObjects_theBrowserThatAskedSetsThePassword() {
        Instant start = host.now.get();
        FlowHandle handle = begun("alice");
        assertThat(lastTo(NodeFixture.MAIL).stage()).isEqualTo(Stage.STARTED);
        assertThat(lastTo(NodeFixture.OTHER_MAIL).stage()).isEqualTo(Stage.STARTED);
        assertThat(recovery.dueAt(handle)).contains(start.plus(Duration.ofDays(2)));

        passes(Duration.ofHours(36));
        assertThat(lastTo(NodeFixture.MAIL).stage()).isEqualTo(Stage.ENDING);
        passes(Duration.ofHours(12));

        assertThat(recovery.complete(handle, NodeFixture.NEW)).isEqualTo(new Done(Done.Sessions.ENDED));
        assertThat(recovery.complete(handle, NodeFixture.NEW)).isEqualTo(new Done(Done.Sessions.ENDED));
        assertThat(host.signsIn(NodeFixture.NEW)).isTrue();
    }

    @Test
    void beforeTheEnd_nothingIsSet() {
        FlowHandle handle = begun("alice");
        passes(Duration.ofHours(36));
        host.now.set(recovery.dueAt(handle).orElseThrow().minusMillis(1));
        sspr.sweep();

        assertThat(recovery.complete(handle, NodeFixture.NEW)).isEqualTo(Refused.of(Refusal.NOT_NOW));
        assertThat(recovery.status(handle)).isEqualTo(FlowStatus.WAITING_PERIOD);
        assertThat(host.signsIn(NodeFixture.OLD)).isTrue();
    }

    @Test
    void anyAddress_objects_andNoOtherBeginsThatDay() {
        FlowHandle handle = begun("alice");
        passes(Duration.ofHours(40));

        assertThat(recovery.report(
                        NodeFixture.token(lastTo(NodeFixture.OTHER_MAIL).object())))
                .isEqualTo(ReportResult.REPORTED);

        passes(Duration.ofHours(8));
        assertThat(recovery.complete(handle, NodeFixture.NEW)).isEqualTo(Refused.of(Refusal.GONE));
        host.notifier.clear();
        FlowHandle again = begun("alice");
        assertThat(host.notifier.messages()).isEmpty();
        passes(Duration.ofHours(60));
        assertThat(recovery.complete(again, NodeFixture.NEW)).isInstanceOf(Refused.class);
        assertThat(host.signsIn(NodeFixture.OLD)).isTrue();
    }

    @Test
    @Tag("R-ENUM-1")
    void nobodysName_waitsJustTheSame_andNeverEndsWell() {
        Instant start = host.now.get();
        FlowHandle nobody = begun("nobody");
        host.now.set(start);
        FlowHandle alice = begun("alice");

        assertThat(recovery.dueAt(nobody)).isEqualTo(recovery.dueAt(alice));
        assertThat(recovery.status(nobody)).isEqualTo(recovery.status(alice));
        passes(Duration.ofHours(36));
        passes(Duration.ofHours(13));
        assertThat(recovery.status(nobody)).isEqualTo(FlowStatus.WAITING_PERIOD);
        assertThat(recovery.complete(nobody, NodeFixture.NEW)).isEqualTo(Refused.of(Refusal.NOT_NOW));
    }

    @Test
    @Tag("F2-S5")
    @DisplayName("F2-S5: a notice that no address takes starts no clock, and moves no date that is shown")
    void noticeThatNobodyTakes_startsNoClock() {
        Instant start = host.now.get();
        host.notifier.answerWith(message -> new Notifier.Delivery.TryLater(Duration.ofSeconds(1)));
        FlowHandle handle = begun("alice");
        passes(Duration.ofHours(20));

        host.notifier.answerWith(message -> new Notifier.Delivery.Accepted());
        passes(Duration.ofHours(1));

        assertThat(recovery.dueAt(handle)).contains(start.plus(Duration.ofDays(2)));
        assertThat(lastTo(NodeFixture.MAIL).dueAt()).isEqualTo(host.now.get().plus(Duration.ofDays(2)));
        passes(Duration.ofHours(36));
        passes(Duration.ofHours(11));
        assertThat(recovery.complete(handle, NodeFixture.NEW)).isEqualTo(Refused.of(Refusal.NOT_NOW));
        passes(Duration.ofHours(1));
        assertThat(recovery.complete(handle, NodeFixture.NEW)).isInstanceOf(Done.class);
    }

    @Test
    @Tag("R-RATE-12")
    void addressThatCannotBeToldYet_startsNoClock() {
        host.notifier.answerWith(message -> message.to().equals(NodeFixture.OTHER_MAIL)
                ? new Notifier.Delivery.TryLater(Duration.ofSeconds(1))
                : new Notifier.Delivery.Accepted());
        FlowHandle handle = begun("alice");
        passes(Duration.ofHours(36));
        passes(Duration.ofHours(13));

        assertThat(recovery.complete(handle, NodeFixture.NEW)).isEqualTo(Refused.of(Refusal.NOT_NOW));
    }

    @Test
    @Tag("R-RATE-12")
    void strangersWhoUseUpTheCodes_hushNoNotice() {
        for (int i = 0; i < 4; i++) {
            begun("alice");
            host.later(Duration.ofSeconds(1));
        }

        assertThat(host.notifier.messages().stream()
                        .filter(message -> message.to().equals(NodeFixture.MAIL)))
                .hasSize(4);
    }

    @Test
    void lateWarning_leavesAsLongToObject() {
        FlowHandle handle = begun("alice");
        passes(Duration.ofHours(47));

        assertThat(lastTo(NodeFixture.MAIL).dueAt()).isEqualTo(host.now.get().plus(Duration.ofHours(12)));
        passes(Duration.ofHours(1));
        assertThat(recovery.complete(handle, NodeFixture.NEW)).isEqualTo(Refused.of(Refusal.NOT_NOW));
        passes(Duration.ofHours(11));
        assertThat(recovery.complete(handle, NodeFixture.NEW)).isEqualTo(new Done(Done.Sessions.ENDED));
    }

    @Test
    void warningThatNobodyTakes_endsNothingWell() {
        FlowHandle handle = begun("alice");
        host.notifier.answerWith(message -> new Notifier.Delivery.TryLater(Duration.ofSeconds(1)));
        passes(Duration.ofHours(36));
        passes(Duration.ofHours(13));

        assertThat(recovery.complete(handle, NodeFixture.NEW)).isEqualTo(Refused.of(Refusal.NOT_NOW));
    }

    @Test
    void oneObjection_endsAllThatWereBegun() {
        FlowHandle first = begun("alice");
        Secret object = lastTo(NodeFixture.MAIL).object();
        host.later(Duration.ofMinutes(2));
        FlowHandle second = begun("alice");

        assertThat(recovery.report(NodeFixture.token(object))).isEqualTo(ReportResult.REPORTED);

        passes(Duration.ofHours(37));
        passes(Duration.ofHours(12));
        assertThat(recovery.complete(first, NodeFixture.NEW)).isEqualTo(Refused.of(Refusal.GONE));
        assertThat(recovery.complete(second, NodeFixture.NEW)).isEqualTo(Refused.of(Refusal.GONE));
        assertThat(host.signsIn(NodeFixture.OLD)).isTrue();
    }

    @Test
    @Tag("R-ENUM-2")
    void slowNotifier_doesNotShowInTheTime() {
        host.notifier.answerWith(message -> {
            host.later(Duration.ofSeconds(3));
            return new Notifier.Delivery.Accepted();
        });
        Instant asked = host.now.get();
        FlowHandle alice = begun("alice");

        assertThat(recovery.dueAt(alice)).contains(asked.plus(Duration.ofDays(2)));
    }

    @Test
    void restartInTheMiddle_losesNothing() {
        FlowHandle handle = begun("alice");
        passes(Duration.ofHours(10));
        Sspr next = node();
        host.later(Duration.ofHours(26));
        next.sweep();
        host.later(Duration.ofHours(12));

        assertThat(next.accountRecovery().complete(handle, NodeFixture.NEW)).isEqualTo(new Done(Done.Sessions.ENDED));
    }

    @Test
    @Tag("R-TOK-8")
    void ownerWhoSetsAPasswordMeanwhile_endsIt() {
        FlowHandle handle = begun("alice");
        host.users.setPassword(
                NodeFixture.ALICE,
                host.users.load(NodeFixture.ALICE).orElseThrow().generation(),
                Secret.of("set by the owner herself"),
                new WriteId("w-1"));
        passes(Duration.ofHours(36));
        passes(Duration.ofHours(12));

        assertThat(recovery.complete(handle, NodeFixture.NEW)).isInstanceOf(NotPossible.class);
    }

    @Test
    @Tag("R-FLOW-7")
    void accountSwitchedOffMeanwhile_staysOff() {
        FlowHandle handle = begun("alice");
        host.users.setStatus(NodeFixture.ALICE, AccountStatus.DISABLED);
        passes(Duration.ofHours(36));
        passes(Duration.ofHours(12));

        assertThat(recovery.complete(handle, NodeFixture.NEW)).isInstanceOf(NotPossible.class);
    }

    @Test
    void accountWithoutAnyAddress_isNeverGivenAway() {
        host.users.setDestinations(NodeFixture.ALICE, List.of());
        FlowHandle handle = begun("alice");
        passes(Duration.ofHours(36));
        passes(Duration.ofHours(12));

        assertThat(recovery.complete(handle, NodeFixture.NEW)).isInstanceOf(Refused.class);
    }

    @Test
    void off_unlessAPolicySaysSo() {
        assertThatIllegalStateException()
                .isThrownBy(() -> host.node().accountRecovery())
                .withMessageContaining("recovery");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RecoveryPolicy(
                        Duration.ZERO, Duration.ZERO, Duration.ofHours(1), RecoveryPolicy.Approval.NOT_NEEDED))
                .withMessageContaining("recovery.period");
    }
}
