package dev.sspr.internal.recovery;

import dev.sspr.flow.LinkKind;
import dev.sspr.internal.engine.AuditVocabulary;
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
 * What a recovery is for.
 *
 * @param policy how long it waits for objections
 * @param alsoClears what else of an account is put right, such as a lock of its sign-in
 */
public record RecoveryFlowKind(RecoveryPolicy policy, Consumer<UserId> alsoClears) implements FlowKind {
    @Override
    public Purpose purpose() {
        return Purpose.RECOVERY;
    }

    /** Anybody may begin, but it is the waiting period, not the proofs, that is looked at in the end. */
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
    public MessageContent waiting(Notice.RecoveryStarted.Stage stage, Instant dueAt, Secret object) {
        return new Notice.RecoveryStarted(stage, dueAt, object);
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
    public MessageContent code(Secret code, Optional<Secret> link, Optional<Secret> cancel, Instant expiresAt) {
        throw new IllegalStateException("a recovery sends no codes");
    }

    @Override
    public LinkKind cancelLink() {
        return LinkKind.RECOVERY_CANCEL;
    }

    @Override
    public MessageContent notPossible(MessageContent.ResetNotPossible.Reason why) {
        throw new IllegalStateException("a recovery explains nothing to anybody");
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
