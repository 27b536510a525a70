package dev.sspr.internal.verification.state;

import dev.sspr.flow.LinkKind;
import dev.sspr.internal.engine.AuditVocabulary;
import dev.sspr.spi.Account;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.Notice;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import dev.sspr.spi.UserStore;
import java.time.Instant;
import java.util.Optional;

/** What a flow is for: everything in which one that sets a password differs from one that lifts a lock. */
public interface FlowKind {
    /** Part of every stored flow and every challenge, so that a proof for one purpose is worth nothing for another. */
    Purpose purpose();

    /** Who may begin it. */
    GuardScope guardScope();

    /** Who begins a flow, and with that what its guards hold the proofs against. */
    enum GuardScope {
        /** Anybody who types a name: the policy says what it takes. */
        SHARED,
        /** Somebody whom the room above knows: the flow says what it takes beyond that. */
        PER_FLOW
    }

    /** The waiting period that takes the place of proofs, if one does. */
    default Optional<WaitingPeriod> waitingPeriod() {
        return Optional.empty();
    }

    /** The message that tells of a waiting period. */
    default MessageContent waiting(Notice.RecoveryStarted.Stage stage, Instant dueAt, Secret object) {
        throw new IllegalStateException(purpose() + " has no waiting period");
    }

    /** How its events are called. */
    AuditVocabulary auditVocabulary();

    /** Whether the deed changes the account's credentials, and with them ends what the old ones opened. */
    boolean renewsCredentials();

    /** Whether an attempt that got no answer has done its work, as the account is now; a new generation always tells. */
    default boolean landed(Account now) {
        return false;
    }

    /** Whether the answer to a further attempt tells that one which got no answer has done its work. */
    default boolean landed(UserStore.PasswordWrite further) {
        return renewsCredentials() && further instanceof UserStore.PasswordWrite.Stale;
    }

    /** The message that carries a code. */
    MessageContent code(Secret code, Optional<Secret> link, Optional<Secret> cancel, Instant expiresAt);

    /** The link of a message with a code. */
    default LinkKind continueLink() {
        throw new IllegalStateException(purpose() + " sends no codes");
    }

    /** The link by which the account owner reports the flow. */
    LinkKind cancelLink();

    /** The message that tells why it is not possible. */
    MessageContent notPossible(MessageContent.ResetNotPossible.Reason why);

    /** The message that tells that it was done. */
    MessageContent notice(Instant at, Optional<Secret> notMe);

    /** What else of the account is put right after the deed; tried again until it is done, and perhaps twice. */
    void alsoClear(UserId user);
}
