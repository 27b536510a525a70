package dev.sspr.internal.verification;

import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.NotPossible;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.flow.UnavailableException;
import dev.sspr.internal.engine.Applied;
import dev.sspr.internal.engine.RateLimiter;
import dev.sspr.internal.engine.RoleGuard;
import dev.sspr.internal.engine.StoredState;
import dev.sspr.internal.verification.state.Committing;
import dev.sspr.internal.verification.state.FinishingCommit;
import dev.sspr.internal.verification.state.FlowEnded;
import dev.sspr.internal.verification.state.FlowState;
import dev.sspr.internal.verification.state.Guards;
import dev.sspr.internal.verification.state.Proof;
import dev.sspr.internal.verification.state.ProofsComplete;
import dev.sspr.internal.verification.state.Subject;
import dev.sspr.internal.verification.state.Waiting;
import dev.sspr.internal.verification.state.WriteIds;
import dev.sspr.internal.verification.work.CommitFollowUp;
import dev.sspr.internal.verification.work.FlowServices;
import dev.sspr.password.PasswordReason;
import dev.sspr.spi.Account;
import dev.sspr.spi.AuditEvent.Outcome;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.Finding;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.OwnerTag;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import dev.sspr.spi.UserStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Commits: stores the intention, writes if the generation still matches, then follows up. After a crash between any two
 * calls, the stored state says how to go on.
 */
final class CompleteCommand {
    private final FlowServices services;
    private final CommitFollowUp followUp;
    private final CommitAnswers answers;
    private final CommitObstacles obstacles;

    CompleteCommand(FlowServices services) {
        this.services = services;
        this.followUp = new CommitFollowUp(services);
        this.answers = new CommitAnswers(services);
        this.obstacles = new CommitObstacles(services);
    }

    CompleteResult complete(StoredState<FlowState> opened, CommitAction action) {
        StoredState<FlowState> found = settled(opened, action);
        Optional<CompleteResult> decided = answers.of(found.id(), found.state(), action);
        if (decided.isPresent()) {
            return decided.get();
        }
        if (!services.guards.live(found.state().header(), services.now())) {
            return Refused.of(Refusal.GONE);
        }
        return found.state() instanceof ProofsComplete proofsComplete
                ? check(found, proofsComplete, action)
                : Refused.of(Refusal.NOT_NOW);
    }

    /** Returns the result of a flow that cannot commit now, without a commit. */
    CompleteResult result(StoredState<FlowState> opened, CommitAction action) {
        StoredState<FlowState> found = settled(opened, action);
        return answers.of(found.id(), found.state(), action)
                .orElseGet(() -> Refused.of(
                        services.guards.live(found.state().header(), services.now()) ? Refusal.NOT_NOW : Refusal.GONE));
    }

    /** Returns what a flow that can commit has proven; empty if it cannot commit now. */
    Optional<CommitReadiness> readiness(StoredState<FlowState> opened) {
        StoredState<FlowState> found = settled(opened, user -> false);
        return services.guards.live(found.state().header(), services.now())
                        && found.state() instanceof ProofsComplete proofsComplete
                ? Optional.of(new CommitReadiness(
                        proofsComplete.subject().user(),
                        proofsComplete.proofs().stream().map(Proof::kind).toList(),
                        proofsComplete.subject().needed() == 0
                                ? proofsComplete.subject().demanded().kinds()
                                : Set.of()))
                : Optional.empty();
    }

    /** Settles first whether an earlier attempt has written. */
    private StoredState<FlowState> settled(StoredState<FlowState> found, CommitAction action) {
        return settled(found, user -> answers.match(found.id(), user, action) == CommitAction.Match.SAME);
    }

    private StoredState<FlowState> settled(StoredState<FlowState> found, Predicate<UserId> isSet) {
        if (found.state() instanceof Waiting) {
            return services.runner
                    .apply(found, state -> state.waited(services.guards, services.now()))
                    .map(Applied::now)
                    .orElse(found);
        }
        boolean open = found.state() instanceof Committing
                || (found.state() instanceof ProofsComplete proofsComplete
                        && proofsComplete.doubt().isPresent());
        if (!open) {
            return found;
        }
        followUp.proceed(found, isSet);
        return services.runner.load(found.id()).orElse(found);
    }

    private CompleteResult check(StoredState<FlowState> found, ProofsComplete proofsComplete, CommitAction action) {
        Optional<Account> account =
                services.environment.users().load(proofsComplete.subject().user());
        Optional<FlowEnded.Why> obstacle = obstacles.of(account, proofsComplete);
        if (obstacle.isPresent()) {
            return end(found, obstacle.get(), action);
        }
        List<Finding> findings = action.findings(
                account.orElseThrow(),
                proofsComplete.proofs().stream().map(Proof::kind).toList());
        if (!findings.isEmpty()) {
            return set(found, action, findings).orElseGet(() -> rejected(found, proofsComplete.subject(), findings));
        }
        RateLimiter.Receipt receipt = services.limiter.pay(List.of(services.guesses.refusedPasswords(found.id())));
        if (receipt.isFull()) {
            return Refused.of(Refusal.TOO_MANY_TRIES);
        }
        return write(found, action, receipt);
    }

    /** A password is the current one also because this flow has just set it, on another node or for a second click. */
    private Optional<CompleteResult> set(StoredState<FlowState> found, CommitAction action, List<Finding> findings) {
        boolean current = findings.stream().anyMatch(one -> one.code().equals(PasswordReason.SAME_AS_CURRENT.code()));
        return current
                ? services.runner.load(found.id()).flatMap(now -> answers.of(now.id(), now.state(), action))
                : Optional.empty();
    }

    private CompleteResult write(StoredState<FlowState> found, CommitAction action, RateLimiter.Receipt receipt) {
        Optional<Applied<FlowState, Boolean>> begun = services.runner.apply(
                found, FlowServices.ownTag(found.id()), state -> state.commit(services.guards, services.now()));
        if (begun.isEmpty()) {
            return Refused.of(Refusal.GONE);
        }
        StoredState<FlowState> committing = begun.get().now();
        if (!begun.get().answer()) {
            services.limiter.refund(receipt);
            return answers.of(committing.id(), committing.state(), action).orElse(Refused.of(Refusal.NOT_NOW));
        }
        Committing it = (Committing) committing.state();
        Optional<String> unchecked = action.unchecked();
        if (unchecked.isPresent()) {
            services.note(
                    AuditType.PASSWORD_UNCHECKED,
                    Outcome.SUCCESS,
                    committing.id(),
                    it.subject().audited(),
                    "reason",
                    unchecked.get());
        }
        UserStore.PasswordWrite write;
        try {
            // before the password, so that no crash leaves a reset without a hold (R-HOLD-3)
            services.catalog.beginHold(
                    it.subject().user(), services.guards.policy().hold(), services.flowKind.hold());
            write = action.commit(
                    it.subject().user(),
                    it.subject().generation(),
                    WriteIds.of(committing.id(), committing.stored().version()));
        } catch (UnavailableException e) {
            services.limiter.refund(receipt);
            unknown(committing);
            throw e;
        }
        if (!(write instanceof UserStore.PasswordWrite.Rejected)) {
            services.limiter.refund(receipt);
        }
        return wrote(committing, it, write, action);
    }

    /** The write is in doubt: the user may retry, and the sweeper looks when it can no longer land. */
    private void unknown(StoredState<FlowState> committing) {
        Instant until = services.now().plus(Guards.WRITE_LEASE);
        try {
            services.runner.apply(
                    committing, FlowState.ifStill(committing.state(), state -> state.notWritten(Optional.of(until))));
        } catch (UnavailableException e) {
            // The flow stays as it is, and the sweeper finds it when the lease is over.
            return;
        }
    }

    private CompleteResult wrote(
            StoredState<FlowState> committing, Committing it, UserStore.PasswordWrite write, CommitAction action) {
        boolean landed = it.doubt().isPresent() && services.flowKind.landed(write);
        if (write instanceof UserStore.PasswordWrite.Written) {
            return done(committing, it, FinishingCommit.Reach.ALL);
        }
        if (write instanceof UserStore.PasswordWrite.Partly) {
            return done(committing, it, FinishingCommit.Reach.ONE_STORE);
        }
        if (landed) {
            return done(committing, it, services.foundReach());
        }
        if (write instanceof UserStore.PasswordWrite.Rejected rejected) {
            OwnerTag tag = it.doubt().isPresent()
                    ? FlowServices.ownTag(committing.id())
                    : services.owner(it.subject().user());
            services.runner.apply(committing, tag, FlowState.ifStill(it, state -> state.notWritten(it.doubt())));
            return rejected(committing, it.subject(), rejected.reasons());
        }
        return write instanceof UserStore.PasswordWrite.Stale
                ? stale(committing, it, action)
                : end(committing, FlowEnded.Why.ACCOUNT_NOT_USABLE, action);
    }

    /** The account has changed: by an earlier attempt of this flow, or by another writer (F2-R8). */
    private CompleteResult stale(StoredState<FlowState> committing, Committing it, CommitAction action) {
        Guards.Landing landing = services.environment
                .users()
                .load(it.subject().user())
                .map(now -> services.guards.landing(services.flowKind, committing.id(), it.subject(), now))
                .orElse(Guards.Landing.NOT_WRITTEN);
        boolean open = landing == Guards.Landing.UNKNOWN && it.doubt().isPresent();
        if (landing != Guards.Landing.WRITTEN && !open) {
            return end(committing, FlowEnded.Why.SUPERSEDED, action);
        }
        CommitAction.Match match = answers.match(committing.id(), it.subject().user(), action);
        if (open && match != CommitAction.Match.SAME) {
            followUp.written(committing, services.unconfirmed(services.now()), services.now());
            return CommitAnswers.given(match, new CompleteResult.InProgress());
        }
        CompleteResult done = done(committing, it, services.foundReach());
        return CommitAnswers.given(match, done);
    }

    private CompleteResult done(StoredState<FlowState> committing, Committing it, FinishingCommit.Reach reach) {
        Instant by = services.now();
        FinishingCommit.Tasks tried = followUp.atOnce(
                committing.id(),
                it.subject(),
                it.proofs(),
                by,
                services.tasks(by).reached(reach));
        FinishingCommit.Tasks left = tried.tried(by);
        services.runner.apply(committing, state -> state.written(left, by));
        return CommitAnswers.done(left.sessions(), left.reach(), freshCode(it));
    }

    private CompleteResult rejected(StoredState<FlowState> found, Subject subject, List<Finding> findings) {
        services.note(
                AuditType.PASSWORD_REFUSED,
                Outcome.FAILURE,
                found.id(),
                subject.audited(),
                "reason",
                findings.get(0).code());
        return new CompleteResult.Rejected(findings);
    }

    /** Ends the flow; if another call was faster, returns its result. */
    private CompleteResult end(StoredState<FlowState> found, FlowEnded.Why why, CommitAction action) {
        CompleteResult over = new NotPossible(
                switch (why) {
                    case SUPERSEDED -> NotPossible.Reason.SUPERSEDED;
                    case MORE_PROOFS_NEEDED -> NotPossible.Reason.MORE_PROOFS_NEEDED;
                    default -> NotPossible.Reason.ACCOUNT_NOT_USABLE;
                },
                services.flowKind.purpose());
        return services.runner
                .apply(
                        found,
                        FlowState.ifStill(found.state(), state -> state.end(why, services.guards, services.now())))
                .filter(applied -> !applied.answer())
                .flatMap(applied -> answers.of(found.id(), applied.now().state(), action))
                .filter(already -> !(already instanceof Refused))
                .orElse(over);
    }

    /** R-OTP-8: replaces a used recovery code; without a new one the rest of the set remains. */
    private Optional<Secret> freshCode(Committing it) {
        boolean used = it.proofs().stream().anyMatch(proof -> proof.kind().equals(MethodKind.RECOVERY_CODE));
        try {
            return used
                    ? RoleGuard.ask(
                            "method-store",
                            () -> services.catalog.freshRecoveryCode(
                                    it.subject().user()))
                    : Optional.empty();
        } catch (UnavailableException e) {
            return Optional.empty();
        }
    }
}
