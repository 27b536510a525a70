package dev.sspr.internal.proof;

import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.flow.UnavailableException;
import dev.sspr.internal.engine.Loaded;
import dev.sspr.internal.engine.Ran;
import dev.sspr.internal.engine.Spi;
import dev.sspr.spi.Account;
import dev.sspr.spi.AuditEvent.Outcome;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.Finding;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.OwnerTag;
import dev.sspr.spi.PasswordWrite;
import dev.sspr.spi.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Sets the password: states the intent, writes if the generation still matches, then does what must follow. Every point
 * between two calls may be the last; what is stored then says how to go on.
 */
final class Completing {
    private final Desk desk;
    private final Following following;

    Completing(Desk desk) {
        this.desk = desk;
        this.following = new Following(desk);
    }

    CompleteResult complete(Loaded<ProofState> opened, Deed deed) {
        Loaded<ProofState> found = settled(opened);
        ProofState state = found.state();
        Optional<CompleteResult> decided = decided(state);
        if (decided.isPresent()) {
            return decided.get();
        }
        if (!desk.rules.live(state.ticket(), desk.now())) {
            return Refused.of(Refusal.GONE);
        }
        return state instanceof Proven proven ? check(found, proven, deed) : Refused.of(Refusal.NOT_NOW);
    }

    /** Where a flow stands before the deed. */
    Standing standing(Loaded<ProofState> opened) {
        Loaded<ProofState> found = settled(opened);
        Optional<CompleteResult> decided = decided(found.state());
        if (decided.isPresent()) {
            return new Standing.Decided(decided.get());
        }
        if (!desk.rules.live(found.state().ticket(), desk.now())) {
            return new Standing.Decided(Refused.of(Refusal.GONE));
        }
        return found.state() instanceof Proven proven
                ? new Standing.Ready(
                        proven.subject().user(),
                        proven.proofs().stream().map(Proof::kind).toList(),
                        proven.subject().needed() == 0 ? proven.subject().demanded() : Set.of())
                : new Standing.Decided(Refused.of(Refusal.NOT_NOW));
    }

    /** What a state says by itself, whoever brought it there: a second click, another node, the sweeper. */
    private static Optional<CompleteResult> decided(ProofState state) {
        if (state instanceof Finishing finishing) {
            return Optional.of(
                    done(finishing.tasks().sessions(), finishing.tasks().reach(), Optional.empty()));
        }
        if (state instanceof Settled settled) {
            return Optional.of(done(settled.why()));
        }
        if (state instanceof Ended ended) {
            return Optional.of(ended.why().done() ? done(ended.why()) : Refused.of(Refusal.GONE));
        }
        return state instanceof Committing ? Optional.of(new CompleteResult.InProgress()) : Optional.empty();
    }

    /** Where an earlier attempt may have written, that is found out first. */
    private Loaded<ProofState> settled(Loaded<ProofState> found) {
        if (found.state() instanceof Waiting) {
            return desk.runner
                    .apply(found, state -> state.waited(desk.rules, desk.now()))
                    .map(Ran::now)
                    .orElse(found);
        }
        boolean open = found.state() instanceof Committing
                || (found.state() instanceof Proven proven && proven.doubt().isPresent());
        if (!open) {
            return found;
        }
        following.proceed(found);
        return desk.runner.load(found.id()).orElse(found);
    }

    private CompleteResult check(Loaded<ProofState> found, Proven proven, Deed deed) {
        Optional<Account> account = Spi.ask(
                "user-store", () -> desk.plugs.users().load(proven.subject().user()));
        Optional<Ended.Why> obstacle = obstacle(account, proven);
        if (obstacle.isPresent()) {
            return end(found, obstacle.get());
        }
        List<Finding> findings = deed.findings(
                account.orElseThrow(), proven.proofs().stream().map(Proof::kind).toList());
        return findings.isEmpty() ? write(found, deed) : rejected(found, proven.subject(), findings);
    }

    /** Everything that could have changed since the proofs is read again (R-FLOW-6, R-FLOW-7, R-TOK-8). */
    private Optional<Ended.Why> obstacle(Optional<Account> account, Proven proven) {
        if (account.isEmpty() || !desk.rules.usable(account.get())) {
            return Optional.of(Ended.Why.ACCOUNT_NOT_USABLE);
        }
        if (!desk.rules.sameGeneration(
                proven.subject().generation(), account.get().generation())) {
            return Optional.of(Ended.Why.SUPERSEDED);
        }
        OwnerTag owner = desk.owner(account.get().id());
        Instant begun = proven.ticket().deadline().minus(desk.life());
        if (!desk.rules.outlasts(begun, desk.endedAt(account.get().id()))) {
            return Optional.of(Ended.Why.SUPERSEDED);
        }
        if (desk.intent.waits().isPresent() && desk.objected(owner)) {
            // one that was in doubt, or not yet known as this account's, when the others were ended
            return Optional.of(Ended.Why.REPORTED);
        }
        Holdings held = desk.holdings(account.get(), owner);
        return desk.stillHeld(proven.proofs(), held.all()) && desk.rules.stillEnough(proven, held)
                ? Optional.empty()
                : Optional.of(Ended.Why.MORE_PROOFS_NEEDED);
    }

    private CompleteResult write(Loaded<ProofState> found, Deed deed) {
        Optional<Ran<ProofState, Boolean>> begun =
                desk.runner.apply(found, Desk.ownTag(found.id()), state -> state.commit(desk.rules, desk.now()));
        if (begun.isEmpty()) {
            return Refused.of(Refusal.GONE);
        }
        Loaded<ProofState> committing = begun.get().now();
        if (!begun.get().answer()) {
            return decided(committing.state()).orElse(Refused.of(Refusal.NOT_NOW));
        }
        Committing it = (Committing) committing.state();
        Optional<String> unchecked = deed.unchecked();
        if (unchecked.isPresent()) {
            desk.note(
                    AuditType.PASSWORD_UNCHECKED,
                    Outcome.SUCCESS,
                    committing.id(),
                    it.subject().audited(),
                    "reason",
                    unchecked.get());
        }
        PasswordWrite write;
        try {
            write = deed.act(it.subject().user(), it.subject().generation());
        } catch (UnavailableException e) {
            unknown(committing);
            throw e;
        }
        return wrote(committing, it, write);
    }

    /** Nobody knows whether it was written: another attempt may be made, and the sweeper looks when none can land. */
    private void unknown(Loaded<ProofState> committing) {
        Instant until = desk.now().plus(Rules.WRITE_LEASE);
        try {
            desk.runner.apply(
                    committing, ProofState.ifStill(committing.state(), state -> state.notWritten(Optional.of(until))));
        } catch (UnavailableException e) {
            // The flow stays as it is, and the sweeper finds it when the lease is over.
            return;
        }
    }

    private CompleteResult wrote(Loaded<ProofState> committing, Committing it, PasswordWrite write) {
        boolean landed = it.doubt().isPresent() && desk.intent.landed(write);
        boolean written = write instanceof PasswordWrite.Written;
        boolean partly = write instanceof PasswordWrite.Partly;
        if (written || partly || landed) {
            Finishing.Reach found = partly ? Finishing.Reach.ONE_STORE : desk.foundReach();
            Instant by = desk.now();
            Finishing.Tasks tried = following.atOnce(
                    committing.id(),
                    it.subject(),
                    it.proofs(),
                    by,
                    desk.tasks(by).reached(written ? Finishing.Reach.ALL : found));
            Finishing.Tasks left = tried.sessions() || tried.locks() ? tried.failed(by) : tried;
            desk.runner.apply(committing, state -> state.written(left, by));
            return done(left.sessions(), left.reach(), freshCode(it));
        }
        if (write instanceof PasswordWrite.Rejected rejected) {
            OwnerTag tag = it.doubt().isPresent()
                    ? Desk.ownTag(committing.id())
                    : desk.owner(it.subject().user());
            desk.runner.apply(committing, tag, ProofState.ifStill(it, state -> state.notWritten(it.doubt())));
            return rejected(committing, it.subject(), rejected.reasons());
        }
        Ended.Why why = write instanceof PasswordWrite.Stale ? Ended.Why.SUPERSEDED : Ended.Why.ACCOUNT_NOT_USABLE;
        return end(committing, why);
    }

    private CompleteResult rejected(Loaded<ProofState> found, Subject subject, List<Finding> findings) {
        desk.note(
                AuditType.PASSWORD_REFUSED,
                Outcome.FAILURE,
                found.id(),
                subject.audited(),
                "reason",
                findings.get(0).code());
        return new CompleteResult.Rejected(findings);
    }

    /** Ends the flow; a call that another one has overtaken answers what came of that. */
    private CompleteResult end(Loaded<ProofState> found, Ended.Why why) {
        CompleteResult over = new CompleteResult.NotPossible(
                switch (why) {
                    case SUPERSEDED -> CompleteResult.NotPossible.Reason.SUPERSEDED;
                    case MORE_PROOFS_NEEDED -> CompleteResult.NotPossible.Reason.MORE_PROOFS_NEEDED;
                    default -> CompleteResult.NotPossible.Reason.ACCOUNT_NOT_USABLE;
                });
        return desk.runner
                .apply(found, ProofState.ifStill(found.state(), state -> state.end(why, desk.rules, desk.now())))
                .filter(ran -> !ran.answer())
                .flatMap(ran -> decided(ran.now().state()))
                .filter(already -> !(already instanceof Refused))
                .orElse(over);
    }

    /** R-OTP-8: whoever used up a recovery code gets another; without one the others of the set are left. */
    private Optional<Secret> freshCode(Committing it) {
        boolean used = it.proofs().stream().anyMatch(proof -> proof.kind().equals(MethodKind.RECOVERY_CODE));
        try {
            return used
                    ? Spi.ask(
                            "method-store",
                            () -> desk.methods.freshRecoveryCode(it.subject().user()))
                    : Optional.empty();
        } catch (UnavailableException e) {
            return Optional.empty();
        }
    }

    private static CompleteResult done(Ended.Why why) {
        return done(
                why.sessionsLeft(), why.partly() ? Finishing.Reach.ONE_STORE : Finishing.Reach.ALL, Optional.empty());
    }

    private static CompleteResult done(boolean sessionsLeft, Finishing.Reach reach, Optional<Secret> freshCode) {
        CompleteResult.Done.Sessions sessions =
                sessionsLeft ? CompleteResult.Done.Sessions.PENDING : CompleteResult.Done.Sessions.ENDED;
        return reach == Finishing.Reach.ALL
                ? new CompleteResult.Done(sessions, freshCode)
                : new CompleteResult.DonePartly(sessions, freshCode);
    }
}
