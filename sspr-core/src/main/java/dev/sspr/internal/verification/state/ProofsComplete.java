package dev.sspr.internal.verification.state;

import dev.sspr.flow.FlowStatus;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.internal.engine.Step;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.Digest;
import dev.sspr.spi.FlowId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All proofs are made; the flow waits for the commit.
 *
 * @param subject the account, never a decoy
 * @param accepted digest of the last right response
 * @param doubt until when a write of an earlier attempt may still land
 */
public record ProofsComplete(
        FlowHeader header, Subject subject, List<Proof> proofs, Optional<Digest> accepted, Optional<Instant> doubt)
        implements FlowState {
    @Override
    public Optional<Subject> whose() {
        return Optional.of(subject);
    }

    @Override
    public FlowStatus status(Guards guards, Instant now) {
        return guards.live(header, now) ? FlowStatus.PROVEN : FlowStatus.ENDED;
    }

    @Override
    public Step<FlowState, ChargeResult> charge(FlowId flow, Digest response, Guards guards, Instant now) {
        boolean again = guards.live(header, now)
                && accepted.isPresent()
                && accepted.get().equals(response);
        return Step.to(
                this, again ? new ChargeResult.Repeated() : new ChargeResult.NotCharged(Refused.of(Refusal.NOT_NOW)));
    }

    @Override
    public Step<FlowState, Boolean> commit(Guards guards, Instant now) {
        return guards.live(header, now) && guards.real(subject) && guards.enough(proofs, subject.needed())
                ? Step.to(
                        new Committing(header, subject, proofs, accepted, now, doubt),
                        true,
                        AuditEffects.good(AuditType.COMMITTING, subject.audited()))
                : Step.to(this, false);
    }

    /** A write has landed late: the sweeper found it, or it outlasted its lease. */
    @Override
    public Step<FlowState, Boolean> written(FinishingCommit.Tasks left, Instant at) {
        return new Committing(header, subject, proofs, accepted, at, doubt).written(left, at);
    }

    @Override
    public Step<FlowState, Boolean> notWritten(Optional<Instant> newDoubt) {
        return Step.to(new ProofsComplete(header, subject, proofs, accepted, newDoubt), true);
    }

    /** While a write may still land, the flow stays for its follow-up; after a report it writes no more. */
    @Override
    public Step<FlowState, Boolean> end(FlowEnded.Why why, Guards guards, Instant now) {
        if (doubt.isEmpty()) {
            return FlowEnded.from(header, subject.audited(), why);
        }
        return why == FlowEnded.Why.REPORTED && guards.live(header, now)
                ? Step.to(new ProofsComplete(header.until(now), subject, proofs, accepted, doubt), false)
                : Step.to(this, false);
    }
}
