package dev.sspr.internal.verification.state;

import dev.sspr.flow.FlowStatus;
import dev.sspr.internal.engine.Effect;
import dev.sspr.internal.engine.Step;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.Digest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A write is in progress. After a crash, the account's last write says whether it has landed.
 *
 * @param subject the account; its generation is the one that the write expects
 * @param accepted digest of the last right response
 * @param since when this attempt began
 * @param doubt until when a write of an earlier attempt may still land
 */
public record Committing(
        FlowHeader header,
        Subject subject,
        List<Proof> proofs,
        Optional<Digest> accepted,
        Instant since,
        Optional<Instant> doubt)
        implements FlowState {
    @Override
    public Optional<Subject> whose() {
        return Optional.of(subject);
    }

    @Override
    public FlowStatus status(Guards guards, Instant now) {
        return FlowStatus.IN_PROGRESS;
    }

    @Override
    public Step<FlowState, Boolean> written(FinishingCommit.Tasks left, Instant at) {
        Effect audited = switch (left.reach()) {
            case ALL -> AuditEffects.good(AuditType.PASSWORD_SET, subject.audited());
            case ONE_STORE ->
                AuditEffects.good(AuditType.PASSWORD_SET, subject.audited(), "reason", "OnPremisesSuccessCloudFailure");
            case UNCONFIRMED ->
                AuditEffects.bad(AuditType.PASSWORD_SET, subject.audited(), "reason", "write-unconfirmed");
        };
        return Step.to(new FinishingCommit(header, subject, proofs, at, left), true, audited, new Effect.Wake());
    }

    @Override
    public Step<FlowState, Boolean> notWritten(Optional<Instant> newDoubt) {
        return Step.to(new ProofsComplete(header, subject, proofs, accepted, newDoubt), true);
    }

    /** The write in progress may land or fail; after a report it is the last. */
    @Override
    public Step<FlowState, Boolean> end(FlowEnded.Why why, Guards guards, Instant now) {
        if (why == FlowEnded.Why.REPORTED && guards.live(header, now)) {
            return Step.to(new Committing(header.until(now), subject, proofs, accepted, since, doubt), false);
        }
        return why.byEngine() && doubt.isEmpty()
                ? FlowEnded.from(header, subject.audited(), why)
                : Step.to(this, false);
    }
}
