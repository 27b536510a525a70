package dev.sspr.internal.verification;

import dev.sspr.flow.ReportResult;
import dev.sspr.flow.UnavailableException;
import dev.sspr.internal.engine.Applied;
import dev.sspr.internal.engine.StoredState;
import dev.sspr.internal.secret.Token;
import dev.sspr.internal.verification.state.Completed;
import dev.sspr.internal.verification.state.FinishingCommit;
import dev.sspr.internal.verification.state.FlowEnded;
import dev.sspr.internal.verification.state.FlowState;
import dev.sspr.internal.verification.state.Subject;
import dev.sspr.internal.verification.state.Waiting;
import dev.sspr.internal.verification.work.CommitFollowUp;
import dev.sspr.internal.verification.work.FlowServices;
import dev.sspr.spi.AuditEvent.Outcome;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.OwnerTag;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import java.util.Optional;

/** What follows when an owner says "this was not me". */
public final class AbuseReport {
    private final FlowServices services;
    private final CommitFollowUp followUp;

    public AbuseReport(FlowServices services) {
        this.services = services;
        this.followUp = new CommitFollowUp(services);
    }

    public ReportResult report(Secret cancelLink) {
        Optional<StoredState<FlowState>> found = Token.parse(cancelLink)
                .filter(services.digests::isCancelSecret)
                .flatMap(token -> services.runner.load(token.flow()));
        if (found.isEmpty()) {
            return ReportResult.GONE;
        }
        if (found.get().state() instanceof FlowEnded flowEnded
                && !flowEnded.why().done()) {
            return ReportResult.GONE;
        }
        Optional<UserId> done = doneFor(found.get().state());
        if (done.isPresent()) {
            return late(found.get(), done.get());
        }
        services.requireExtraProof(owner(found.get()));
        endOthers(found.get());
        Optional<Applied<FlowState, Boolean>> applied = services.runner.apply(
                found.get(), state -> state.end(FlowEnded.Why.REPORTED, services.guards, services.now()));
        if (applied.isPresent() && applied.get().answer()) {
            return ReportResult.REPORTED;
        }
        services.note(AuditType.REPORTED, Outcome.FAILURE, found.get().id(), Optional.empty(), "reason", "too-late");
        return ReportResult.TOO_LATE;
    }

    /** Who objects to one waiting period objects to all: a stranger who began several is not let through by the others. */
    private void endOthers(StoredState<FlowState> found) {
        if (services.flowKind.waitingPeriod().isPresent()) {
            subject(found.state())
                    .ifPresentOrElse(
                            it -> services.accountFlows.end(it.user(), found.id()),
                            () -> services.environment
                                    .flows()
                                    .endOwner(found.stored().owner(), found.id()));
        }
    }

    private static Optional<UserId> doneFor(FlowState state) {
        if (state instanceof FinishingCommit finishingCommit) {
            return Optional.of(finishingCommit.subject().user());
        }
        return state instanceof Completed completed ? Optional.of(completed.user()) : Optional.empty();
    }

    /** It was done: what it opened ends first, and only then is it marked, so that a failure lets the owner press again. */
    private ReportResult late(StoredState<FlowState> found, UserId user) {
        services.requireExtraProof(services.owner(user));
        if (!followUp.secure(found.id(), user)) {
            throw new UnavailableException("session-revoker");
        }
        services.runner.apply(found, state -> state.end(FlowEnded.Why.REPORTED, services.guards, services.now()));
        return ReportResult.SECURED;
    }

    /** Whose flow it is: one that may have set a password bears a tag of its own, an older one that of an older key. */
    private OwnerTag owner(StoredState<FlowState> found) {
        return subject(found.state())
                .map(it -> services.owner(it.user()))
                .orElse(found.stored().owner());
    }

    private static Optional<Subject> subject(FlowState state) {
        return state instanceof Waiting waiting ? Optional.of(waiting.subject()) : state.whose();
    }
}
