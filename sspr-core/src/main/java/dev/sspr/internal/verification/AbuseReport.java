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

/** Handles the owner's report "this was not me". */
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

    /** An objection to one waiting period ends all of the account, so that an attacker gains nothing by several. */
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

    /** Ends sessions and flows before it marks the report, so that the owner can retry after a failure. */
    private ReportResult late(StoredState<FlowState> found, UserId user) {
        services.requireExtraProof(services.owner(user));
        if (!followUp.secure(found.id(), user)) {
            throw new UnavailableException("session-revoker");
        }
        services.runner.apply(found, state -> state.end(FlowEnded.Why.REPORTED, services.guards, services.now()));
        return ReportResult.SECURED;
    }

    /** A flow that may have set a password has its own tag, an older flow the tag of an older key. */
    private OwnerTag owner(StoredState<FlowState> found) {
        return subject(found.state())
                .map(it -> services.owner(it.user()))
                .orElse(found.stored().owner());
    }

    private static Optional<Subject> subject(FlowState state) {
        return state instanceof Waiting waiting ? Optional.of(waiting.subject()) : state.whose();
    }
}
