package dev.sspr.internal.recovery;

import dev.sspr.flow.LinkKind;
import dev.sspr.internal.engine.AuditVocabulary;
import dev.sspr.internal.securityinfo.ResetHold;
import dev.sspr.internal.verification.state.FlowKind;
import dev.sspr.internal.verification.state.WaitingPeriod;
import dev.sspr.policy.RecoveryPolicy;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.Notice;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The flow kind of a recovery.
 *
 * @param policy the waiting period and its approval
 * @param alsoClears clears other locks of the account, such as the smart lockout
 */
public record RecoveryFlowKind(RecoveryPolicy policy, Consumer<UserId> alsoClears) implements FlowKind {
    @Override
    public Purpose purpose() {
        return Purpose.RECOVERY;
    }

    /** The waiting period takes the place of proofs. */
    @Override
    public GuardScope guardScope() {
        return GuardScope.PER_FLOW;
    }

    @Override
    public Optional<WaitingPeriod> waitingPeriod() {
        WaitingPeriod.Approval approval = policy.approval() == RecoveryPolicy.Approval.SECOND_PERSON
                ? WaitingPeriod.Approval.NEEDED
                : WaitingPeriod.Approval.NOT_NEEDED;
        return Optional.of(new WaitingPeriod(policy.period(), policy.warning(), policy.window(), approval));
    }

    @Override
    public MessageContent waiting(
            Notice.RecoveryStarted.Stage stage, Instant dueAt, Secret object, WaitingPeriod.Approval approval) {
        return new Notice.RecoveryStarted(stage, dueAt, object, approval == WaitingPeriod.Approval.NEEDED);
    }

    @Override
    public AuditVocabulary auditVocabulary() {
        return AuditVocabulary.DEFAULT;
    }

    @Override
    public boolean renewsCredentials() {
        return true;
    }

    @Override
    public Optional<ResetHold.Cause> hold() {
        return Optional.of(ResetHold.Cause.RECOVERY);
    }

    @Override
    public MessageContent code(Secret code, Optional<Secret> link, Optional<Secret> cancel, Instant expiresAt) {
        throw new IllegalStateException("a recovery sends no codes");
    }

    @Override
    public LinkKind cancelLink() {
        return LinkKind.RECOVERY_CANCEL;
    }

    @Override
    public MessageContent notPossible(MessageContent.ResetNotPossible.Reason why) {
        throw new IllegalStateException("a recovery sends no explanation");
    }

    @Override
    public MessageContent notice(Instant at, Optional<Secret> notMe) {
        return new Notice.PasswordChanged(at, notMe);
    }

    @Override
    public void alsoClear(UserId user) {
        alsoClears.accept(user);
    }
}
