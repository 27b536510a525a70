package dev.sspr.internal.verification;

import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.NotPossible;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.flow.UnavailableException;
import dev.sspr.internal.engine.Applied;
import dev.sspr.internal.engine.RoleGuard;
import dev.sspr.internal.engine.StoredState;
import dev.sspr.internal.verification.state.Committing;
import dev.sspr.internal.verification.state.Completed;
import dev.sspr.internal.verification.state.FinishingCommit;
import dev.sspr.internal.verification.state.FlowEnded;
import dev.sspr.internal.verification.state.FlowState;
import dev.sspr.internal.verification.state.Guards;
import dev.sspr.internal.verification.state.HeldMethods;
import dev.sspr.internal.verification.state.Proof;
import dev.sspr.internal.verification.state.ProofsComplete;
import dev.sspr.internal.verification.state.Subject;
import dev.sspr.internal.verification.state.Waiting;
import dev.sspr.internal.verification.work.CommitFollowUp;
import dev.sspr.internal.verification.work.FlowServices;
import dev.sspr.spi.Account;
import dev.sspr.spi.AuditEvent.Outcome;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.Finding;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.OwnerTag;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Commits: stores the intention, writes if the generation still matches, then follows up. After a crash between any two
 * calls, the stored state says how to go on.
 */
final class CompleteCommand {
    private final FlowServices services;
    private final CommitFollowUp followUp;

    CompleteCommand(FlowServices services) {
        this.services = services;
        this.followUp = new CommitFollowUp(services);
    }

    CompleteResult complete(StoredState<FlowState> opened, CommitAction action) {
        StoredState<FlowState> found = settled(opened);
        FlowState state = found.state();
        Optional<CompleteResult> decided = decided(state);
        if (decided.isPresent()) {
            return decided.get();
        }
        if (!services.guards.live(state.header(), services.now())) {
            return Refused.of(Refusal.GONE);
        }
        return state instanceof ProofsComplete proofsComplete
                ? check(found, proofsComplete, action)
                : Refused.of(Refusal.NOT_NOW);
    }

    CommitReadiness standing(StoredState<FlowState> opened) {
        StoredState<FlowState> found = settled(opened);
        Optional<CompleteResult> decided = decided(found.state());
        if (decided.isPresent()) {
            return new CommitReadiness.Decided(decided.get());
        }
        if (!services.guards.live(found.state().header(), services.now())) {
            return new CommitReadiness.Decided(Refused.of(Refusal.GONE));
        }
        return found.state() instanceof ProofsComplete proofsComplete
                ? new CommitReadiness.Ready(
                        proofsComplete.subject().user(),
                        proofsComplete.proofs().stream().map(Proof::kind).toList(),
                        proofsComplete.subject().needed() == 0
                                ? proofsComplete.subject().demanded().kinds()
                                : Set.of())
                : new CommitReadiness.Decided(Refused.of(Refusal.NOT_NOW));
    }

    /** Returns the result that the state implies, for a second click, another node or the sweeper. */
    private static Optional<CompleteResult> decided(FlowState state) {
        if (state instanceof FinishingCommit finishingCommit) {
            return Optional.of(done(
                    finishingCommit.tasks().sessions(), finishingCommit.tasks().reach(), Optional.empty()));
        }
        if (state instanceof Completed completed) {
            return Optional.of(done(completed.why()));
        }
        if (state instanceof FlowEnded flowEnded) {
            return Optional.of(flowEnded.why().done() ? done(flowEnded.why()) : Refused.of(Refusal.GONE));
        }
        return state instanceof Committing ? Optional.of(new CompleteResult.InProgress()) : Optional.empty();
    }

    /** Settles first whether an earlier attempt has written. */
    private StoredState<FlowState> settled(StoredState<FlowState> found) {
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
        followUp.proceed(found);
        return services.runner.load(found.id()).orElse(found);
    }

    private CompleteResult check(StoredState<FlowState> found, ProofsComplete proofsComplete, CommitAction action) {
        Optional<Account> account =
                services.environment.users().load(proofsComplete.subject().user());
        Optional<FlowEnded.Why> obstacle = obstacle(account, proofsComplete);
        if (obstacle.isPresent()) {
            return end(found, obstacle.get());
        }
        List<Finding> findings = action.findings(
                account.orElseThrow(),
                proofsComplete.proofs().stream().map(Proof::kind).toList());
        return findings.isEmpty() ? write(found, action) : rejected(found, proofsComplete.subject(), findings);
    }

    /** Reads again all that can have changed since the proofs (R-FLOW-6, R-FLOW-7, R-TOK-8). */
    private Optional<FlowEnded.Why> obstacle(Optional<Account> account, ProofsComplete proofsComplete) {
        if (account.isEmpty() || !services.guards.usable(account.get())) {
            return Optional.of(FlowEnded.Why.ACCOUNT_NOT_USABLE);
        }
        if (!services.guards.sameGeneration(
                proofsComplete.subject().generation(), account.get().generation())) {
            return Optional.of(FlowEnded.Why.SUPERSEDED);
        }
        OwnerTag owner = services.owner(account.get().id());
        Instant begun = proofsComplete.header().deadline().minus(services.life());
        if (!services.guards.outlasts(begun, services.endedAt(account.get().id()))) {
            return Optional.of(FlowEnded.Why.SUPERSEDED);
        }
        if (services.flowKind.waitingPeriod().isPresent() && services.objected(owner)) {
            // the objection could not end this flow: a write was in doubt, or its account unknown
            return Optional.of(FlowEnded.Why.REPORTED);
        }
        HeldMethods held = services.holdings(account.get(), owner);
        return services.stillHeld(proofsComplete.proofs(), held.able())
                        && services.guards.stillEnough(proofsComplete, held)
                ? Optional.empty()
                : Optional.of(FlowEnded.Why.MORE_PROOFS_NEEDED);
    }

    private CompleteResult write(StoredState<FlowState> found, CommitAction action) {
        Optional<Applied<FlowState, Boolean>> begun = services.runner.apply(
                found, FlowServices.ownTag(found.id()), state -> state.commit(services.guards, services.now()));
        if (begun.isEmpty()) {
            return Refused.of(Refusal.GONE);
        }
        StoredState<FlowState> committing = begun.get().now();
        if (!begun.get().answer()) {
            return decided(committing.state()).orElse(Refused.of(Refusal.NOT_NOW));
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
            write = action.commit(it.subject().user(), it.subject().generation());
        } catch (UnavailableException e) {
            unknown(committing);
            throw e;
        }
        return wrote(committing, it, write);
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

    private CompleteResult wrote(StoredState<FlowState> committing, Committing it, UserStore.PasswordWrite write) {
        boolean landed = it.doubt().isPresent() && services.flowKind.landed(write);
        boolean written = write instanceof UserStore.PasswordWrite.Written;
        boolean partly = write instanceof UserStore.PasswordWrite.Partly;
        if (written || partly || landed) {
            FinishingCommit.Reach found = partly ? FinishingCommit.Reach.ONE_STORE : services.foundReach();
            Instant by = services.now();
            FinishingCommit.Tasks tried = followUp.atOnce(
                    committing.id(),
                    it.subject(),
                    it.proofs(),
                    by,
                    services.tasks(by).reached(written ? FinishingCommit.Reach.ALL : found));
            FinishingCommit.Tasks left = tried.tried(by);
            services.runner.apply(committing, state -> state.written(left, by));
            return done(left.sessions(), left.reach(), freshCode(it));
        }
        if (write instanceof UserStore.PasswordWrite.Rejected rejected) {
            OwnerTag tag = it.doubt().isPresent()
                    ? FlowServices.ownTag(committing.id())
                    : services.owner(it.subject().user());
            services.runner.apply(committing, tag, FlowState.ifStill(it, state -> state.notWritten(it.doubt())));
            return rejected(committing, it.subject(), rejected.reasons());
        }
        FlowEnded.Why why = write instanceof UserStore.PasswordWrite.Stale
                ? FlowEnded.Why.SUPERSEDED
                : FlowEnded.Why.ACCOUNT_NOT_USABLE;
        return end(committing, why);
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
    private CompleteResult end(StoredState<FlowState> found, FlowEnded.Why why) {
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
                .flatMap(applied -> decided(applied.now().state()))
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

    private static CompleteResult done(FlowEnded.Why why) {
        return done(
                why.sessionsLeft(),
                why.partly() ? FinishingCommit.Reach.ONE_STORE : FinishingCommit.Reach.ALL,
                Optional.empty());
    }

    private static CompleteResult done(boolean sessionsLeft, FinishingCommit.Reach reach, Optional<Secret> freshCode) {
        CompleteResult.Done.Sessions sessions =
                sessionsLeft ? CompleteResult.Done.Sessions.PENDING : CompleteResult.Done.Sessions.ENDED;
        return reach == FinishingCommit.Reach.ALL
                ? new CompleteResult.Done(sessions, freshCode)
                : new CompleteResult.PartlyDone(sessions, freshCode);
    }
}
