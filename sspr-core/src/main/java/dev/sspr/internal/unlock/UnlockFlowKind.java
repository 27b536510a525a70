package dev.sspr.internal.unlock;

import dev.sspr.flow.LinkKind;
import dev.sspr.internal.engine.AuditVocabulary;
import dev.sspr.internal.verification.state.FlowKind;
import dev.sspr.spi.Account;
import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.Notice;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import dev.sspr.spi.UserStore;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The flow kind of an unlock; it renews no credentials, so it ends no session and no other flow.
 *
 * @param alsoClears clears other locks of the account, such as the smart lockout
 */
public record UnlockFlowKind(Consumer<UserId> alsoClears) implements FlowKind {
    /** Entra's activity names (AUD-02, AUD-06, AUD-07). */
    private static final String UNLOCK = "Unlock user account (self-service)";

    private static final String BLOCKED = "Blocked from self-service password reset";
    private static final String PROGRESS = "Self-service password reset flow activity progress";
    private static final AuditVocabulary WORDING = new AuditVocabulary(
            Map.of(
                    AuditType.PASSWORD_SET, AuditType.ACCOUNT_UNLOCKED,
                    AuditType.PASSWORD_REFUSED, AuditType.ACCOUNT_UNLOCKED),
            Map.of(
                    AuditType.PASSWORD_SET, UNLOCK,
                    AuditType.PASSWORD_REFUSED, UNLOCK,
                    AuditType.START_REFUSED, BLOCKED,
                    AuditType.GUESS_REFUSED, BLOCKED,
                    AuditType.METHOD_CHOSEN, PROGRESS,
                    AuditType.CHALLENGE_SENT, PROGRESS,
                    AuditType.PROVEN, PROGRESS,
                    AuditType.NOT_PROVEN, PROGRESS));

    @Override
    public Purpose purpose() {
        return Purpose.UNLOCK;
    }

    @Override
    public GuardScope guardScope() {
        return GuardScope.SHARED;
    }

    @Override
    public AuditVocabulary auditVocabulary() {
        return WORDING;
    }

    @Override
    public boolean renewsCredentials() {
        return false;
    }

    /** If the lock is gone, it was lifted; a new lock needs a new request. */
    @Override
    public boolean landed(Account now) {
        return now.status() != AccountStatus.LOCKED;
    }

    @Override
    public boolean landed(UserStore.PasswordWrite further) {
        return further instanceof UserStore.PasswordWrite.Rejected;
    }

    @Override
    public MessageContent code(Secret code, Optional<Secret> link, Optional<Secret> cancel, Instant expiresAt) {
        return new MessageContent.UnlockCode(code, link, cancel, expiresAt);
    }

    @Override
    public LinkKind continueLink() {
        return LinkKind.UNLOCK_CONTINUE;
    }

    @Override
    public LinkKind cancelLink() {
        return LinkKind.UNLOCK_CANCEL;
    }

    @Override
    public MessageContent notPossible(MessageContent.ResetNotPossible.Reason why) {
        return new MessageContent.UnlockNotPossible(why);
    }

    @Override
    public MessageContent notice(Instant at, Optional<Secret> notMe) {
        return new Notice.AccountUnlocked(at, notMe);
    }

    @Override
    public void alsoClear(UserId user) {
        alsoClears.accept(user);
    }
}
