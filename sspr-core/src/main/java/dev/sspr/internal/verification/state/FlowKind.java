package dev.sspr.internal.verification.state;

import dev.sspr.flow.LinkKind;
import dev.sspr.internal.engine.AuditVocabulary;
import dev.sspr.internal.securityinfo.ResetHold;
import dev.sspr.spi.Account;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.Notice;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import dev.sspr.spi.UserStore;
import java.time.Instant;
import java.util.Optional;

/** The purpose of a flow, and all in which it differs from other kinds. */
public interface FlowKind {
    /** Part of every stored flow and challenge, so that a proof is valid for one purpose only. */
    Purpose purpose();

    GuardScope guardScope();

    /** The source of the guards' demands. */
    enum GuardScope {
        /** An unknown user begins the flow: the policy sets the proofs. */
        SHARED,
        /** A known user begins the flow: the flow sets the further proofs. */
        PER_FLOW
    }

    /** Returns the waiting period that takes the place of proofs, if one does. */
    default Optional<WaitingPeriod> waitingPeriod() {
        return Optional.empty();
    }

    /**
     * Returns when the commit is allowed after a waiting period, as planned at the start. Such a flow sends no code, so the
     * time of its next message is still that of its start.
     */
    default Optional<Instant> plannedDue(FlowState state) {
        return waitingPeriod()
                .filter(it -> state instanceof Identifying || state instanceof Waiting)
                .map(it -> state.header().nextSendAt().plus(it.period()));
    }

    /** Returns from when nothing of a flow works, as told at the start. */
    default Instant plannedEnd(FlowState state) {
        return plannedDue(state)
                .flatMap(due -> waitingPeriod().map(it -> due.plus(it.window())))
                .orElse(state.header().deadline());
    }

    /** Returns the notice of a waiting period. */
    default MessageContent waiting(
            Notice.RecoveryStarted.Stage stage, Instant dueAt, Secret object, WaitingPeriod.Approval approval) {
        throw new IllegalStateException(purpose() + " has no waiting period");
    }

    AuditVocabulary auditVocabulary();

    /** Returns whether the commit changes the account's credentials, and so ends sessions and other flows. */
    boolean renewsCredentials();

    /** R-HOLD-1: why the commit begins a hold on the account's methods; empty if the user knew the password. */
    default Optional<ResetHold.Cause> hold() {
        return Optional.empty();
    }

    /** Returns whether a commit in doubt that renews no credentials has landed, from the account as it is now. */
    default boolean landed(Account now) {
        return false;
    }

    /** Returns whether the answer to a retry shows that a commit in doubt has landed. */
    default boolean landed(UserStore.PasswordWrite further) {
        return false;
    }

    MessageContent code(Secret code, Optional<Secret> link, Optional<Secret> cancel, Instant expiresAt);

    /** The link of a message with a code. */
    default LinkKind continueLink() {
        throw new IllegalStateException(purpose() + " sends no codes");
    }

    /** The link by which the account owner reports the flow. */
    LinkKind cancelLink();

    /** Returns the message that explains why it is not possible. */
    MessageContent notPossible(MessageContent.ResetNotPossible.Reason why);

    /** Returns the notice of the commit. */
    MessageContent notice(Instant at, Optional<Secret> notMe);

    /** Clears other locks of the account after the commit; retried, so perhaps twice. */
    void alsoClear(UserId user);
}
