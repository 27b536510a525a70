package dev.sspr.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import dev.sspr.Sspr;
import dev.sspr.admin.AccountView;
import dev.sspr.admin.HelpDeskRequest;
import dev.sspr.fixture.NodeFixture;
import dev.sspr.flow.CompleteResult.Done;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.FlowStatus;
import dev.sspr.flow.HelpDeskResult;
import dev.sspr.flow.OpenFlow;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.flow.ReportResult;
import dev.sspr.flow.StartResult;
import dev.sspr.policy.RecoveryPolicy;
import dev.sspr.policy.SsprPolicy;
import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.AdminAction;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.Generation;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.Message;
import dev.sspr.spi.Notice;
import dev.sspr.spi.Notifier;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import dev.sspr.spi.memory.InMemoryAdminAuthorizer;
import dev.sspr.spi.memory.InMemoryMethodStore;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A second person agrees to one recovery, and to no other (ruling 15). */
@Tag("R-FLOW-13")
class ApprovalTest {
    private static final UserId DESK = new UserId("desk-1");
    private static final UserId CLERK = new UserId("clerk-1");

    private final NodeFixture host = new NodeFixture();
    private final InMemoryAdminAuthorizer authorizer =
            new InMemoryAdminAuthorizer().grant(DESK, AdminAction.APPROVE_RECOVERY);
    private final Sspr sspr = node(RecoveryPolicy.careful());
    private final AccountRecovery recovery = sspr.accountRecovery();

    ApprovalTest() {
        add(DESK);
        add(CLERK);
    }

    private void add(UserId id) {
        host.users.add(
                new Account(
                        id,
                        AccountStatus.ACTIVE,
                        Account.Privilege.PRIVILEGED,
                        Generation.of(1),
                        Optional.empty(),
                        List.of(),
                        List.of()),
                NodeFixture.OLD,
                new LoginName(id.value()));
    }

    private Sspr node(RecoveryPolicy policy) {
        return host.node(
                SsprPolicy.standard(),
                builder -> builder.recovery(policy)
                        .methodStore(new InMemoryMethodStore())
                        .adminAuthorizer(authorizer));
    }

    private FlowHandle begun(String name) {
        StartResult start = recovery.start(name, FlowContext.of(Locale.ENGLISH));
        return ((StartResult.Started) start).handle();
    }

    private String reference(FlowHandle handle) {
        return recovery.reference(handle).orElseThrow();
    }

    private HelpDeskResult<AdminAction> approve(UserId actor, UserId person, String reference) {
        return sspr.helpDesk().approveRecovery(new HelpDeskRequest(actor, person, "seen with a passport"), reference);
    }

    private HelpDeskResult<AdminAction> approve(String reference) {
        return approve(DESK, NodeFixture.ALICE, reference);
    }

    private void waits() {
        for (int day = 0; day < 3; day++) {
            host.later(Duration.ofDays(1));
            sspr.sweep();
        }
    }

    private static HelpDeskResult<AdminAction> declined(Refusal why) {
        return new HelpDeskResult.Refused<>(why);
    }

    @Test
    void approved_onceTheWaitIsOver_setsThePassword() {
        FlowHandle handle = begun("alice");

        assertThat(approve(reference(handle))).isEqualTo(new HelpDeskResult.Done<>(AdminAction.APPROVE_RECOVERY, 2));
        assertThat(recovery.complete(handle, NodeFixture.NEW)).isEqualTo(Refused.of(Refusal.NOT_NOW));
        waits();

        assertThat(recovery.complete(handle, NodeFixture.NEW)).isEqualTo(new Done(Done.Sessions.ENDED));
        assertThat(host.signsIn(NodeFixture.NEW)).isTrue();
        assertThat(host.noted(AuditType.RECOVERY_APPROVED)).isOne();
        assertThat(host.noted(AuditType.HELP_DESK_ACTED)).isOne();
        assertThat(host.sent(Notice.HelpDeskActed.class)).isEqualTo(2);
    }

    @Test
    void approvedAtTheEnd_orTwice_isAsGood() {
        FlowHandle handle = begun("alice");
        waits();
        assertThat(recovery.complete(handle, NodeFixture.NEW)).isEqualTo(Refused.of(Refusal.NOT_NOW));

        String readOut = reference(handle).toLowerCase(Locale.ROOT);
        assertThat(approve(readOut.substring(0, 4) + " - " + readOut.substring(4)))
                .isInstanceOf(HelpDeskResult.Done.class);
        assertThat(approve(reference(handle))).isInstanceOf(HelpDeskResult.Done.class);

        assertThat(host.noted(AuditType.RECOVERY_APPROVED)).isOne();
        assertThat(recovery.complete(handle, NodeFixture.NEW)).isEqualTo(new Done(Done.Sessions.ENDED));
    }

    @Test
    void strangersRecovery_thatWaitsBeside_isNotApproved() {
        FlowHandle strangers = begun("alice");
        host.later(Duration.ofMinutes(2));
        FlowHandle owners = begun("alice");

        assertThat(reference(strangers)).isNotEqualTo(reference(owners));
        authorizer.grant(DESK, AdminAction.APPROVE_RECOVERY, AdminAction.LOOK);
        assertThat(sspr.helpDesk().inspect(new HelpDeskRequest(DESK, NodeFixture.ALICE, "who asks?")))
                .isInstanceOfSatisfying(
                        HelpDeskResult.Done.class,
                        done -> assertThat(((AccountView) done.answer()).flows())
                                .extracting(OpenFlow::purpose, OpenFlow::status)
                                .containsOnly(tuple(Purpose.RECOVERY, FlowStatus.WAITING_PERIOD))
                                .hasSize(2));
        approve(reference(owners));
        waits();
        host.later(Duration.ofMinutes(2));

        assertThat(recovery.complete(strangers, NodeFixture.NEW)).isEqualTo(Refused.of(Refusal.NOT_NOW));
        assertThat(recovery.complete(owners, NodeFixture.NEW)).isEqualTo(new Done(Done.Sessions.ENDED));
    }

    @Test
    void referenceOfNothingThatWaits_isDeclined() {
        FlowHandle handle = begun("alice");
        String reference = reference(handle);
        HelpDeskResult<AdminAction> none = declined(Refusal.NO_SUCH_RECOVERY);

        assertThat(approve("")).isEqualTo(none);
        assertThat(approve("2345 6789")).isEqualTo(none);
        assertThat(approve("x".repeat(1 << 20))).isEqualTo(none);
        assertThat(approve(DESK, CLERK, reference)).isEqualTo(none);

        Secret object = ((Notice.RecoveryStarted)
                        host.notifier.lastTo(NodeFixture.MAIL).orElseThrow().content())
                .object();
        assertThat(recovery.report(NodeFixture.token(object))).isEqualTo(ReportResult.REPORTED);
        assertThat(approve(reference)).isEqualTo(none);
        assertThat(host.noted(AuditType.RECOVERY_APPROVED)).isZero();
    }

    @Test
    void recoveryOverTime_isDeclined() {
        String reference = reference(begun("alice"));
        host.later(Duration.ofDays(8));

        assertThat(approve(reference)).isEqualTo(declined(Refusal.NO_SUCH_RECOVERY));
    }

    @Test
    void accountThatIsSwitchedOff_isNothingToApproveFor() {
        String reference = reference(begun("alice"));
        host.users.setStatus(NodeFixture.ALICE, AccountStatus.DISABLED);

        assertThat(approve(reference)).isEqualTo(declined(Refusal.ACCOUNT_NOT_USABLE));
        assertThat(host.noted(AuditType.RECOVERY_APPROVED)).isZero();
    }

    @Test
    @Tag("R-ADM-2")
    @Tag("R-ADM-3")
    void whoMayNot_approvesNothing() {
        FlowHandle handle = begun("alice");
        String reference = reference(handle);

        assertThat(approve(CLERK, NodeFixture.ALICE, reference)).isEqualTo(declined(Refusal.NOT_ALLOWED));
        assertThat(approve(NodeFixture.ALICE, NodeFixture.ALICE, reference)).isEqualTo(declined(Refusal.SELF));
        waits();

        assertThat(recovery.complete(handle, NodeFixture.NEW)).isEqualTo(Refused.of(Refusal.NOT_NOW));
    }

    @Test
    @Tag("R-ENUM-1")
    void nobodysName_hasAReferenceToo() {
        FlowHandle nobody = begun("nobody");

        assertThat(reference(nobody)).matches("[2-9A-HJ-NP-Z]{8}");
        assertThat(approve(reference(nobody))).isEqualTo(declined(Refusal.NO_SUCH_RECOVERY));
        assertThat(recovery.reference(FlowHandle.of("forged"))).isEmpty();
    }

    @Test
    void policyWithoutApproval_leavesNothingToApprove() {
        RecoveryPolicy alone = new RecoveryPolicy(
                Duration.ofDays(2), Duration.ofHours(12), Duration.ofHours(24), RecoveryPolicy.Approval.NOT_NEEDED);

        assertThat(node(alone)
                        .helpDesk()
                        .approveRecovery(new HelpDeskRequest(DESK, NodeFixture.ALICE, "asked"), "2345 6789"))
                .isEqualTo(declined(Refusal.NOT_CONFIGURED));
    }

    @Test
    @Tag("R-CFG-1")
    void policyWithApproval_withoutAnAuthorizer_isRefusedAtStart() {
        assertThatIllegalStateException()
                .isThrownBy(() -> host.node(SsprPolicy.standard(), it -> it.recovery(RecoveryPolicy.careful())))
                .withMessageContaining("adminAuthorizer");
    }

    @Test
    void noticesThatGoOutLate_shortenNoWindow() {
        host.notifier.answerWith(message -> new Notifier.Delivery.TryLater(Duration.ofSeconds(1)));
        FlowHandle handle = begun("alice");
        host.later(Duration.ofHours(95));
        sspr.sweep();
        host.notifier.answerWith(message -> new Notifier.Delivery.Accepted());
        host.later(Duration.ofMinutes(59));
        sspr.sweep();
        Message late = host.notifier.lastTo(NodeFixture.MAIL).orElseThrow();
        assertThat(late.expiresAt())
                .isEqualTo(((Notice.RecoveryStarted) late.content()).dueAt().plus(Duration.ofDays(1)));
        approve(reference(handle));
        waits();

        host.later(Duration.ofHours(24).minusMinutes(1));
        assertThat(recovery.status(handle)).isEqualTo(FlowStatus.WAITING_PERIOD);
        assertThat(recovery.complete(handle, NodeFixture.NEW)).isEqualTo(new Done(Done.Sessions.ENDED));
    }
}
