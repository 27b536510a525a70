package dev.sspr.internal.proof;

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
 * Everything is proven; the new password is awaited.
 *
 * @param ticket what every state keeps
 * @param subject whose reset it is, never a stranger
 * @param proofs the proofs
 * @param accepted digest of the last response that was right
 * @param doubt until when a write of an earlier attempt may still land, if one failed without an answer
 */
record Proven(Ticket ticket, Subject subject, List<Proof> proofs, Optional<Digest> accepted, Optional<Instant> doubt)
        implements ProofState {
    @Override
    public Optional<Subject> whose() {
        return Optional.of(subject);
    }

    @Override
    public FlowStatus status(Rules rules, Instant now) {
        return rules.live(ticket, now) ? FlowStatus.PROVEN : FlowStatus.ENDED;
    }

    @Override
    public Step<ProofState, Paid> charge(FlowId flow, Digest response, Rules rules, Instant now) {
        boolean again = rules.live(ticket, now)
                && accepted.isPresent()
                && accepted.get().equals(response);
        return Step.to(this, again ? new Paid.Again() : new Paid.Not(Refused.of(Refusal.NOT_NOW)));
    }

    @Override
    public Step<ProofState, Boolean> commit(Rules rules, Instant now) {
        return rules.live(ticket, now) && rules.real(subject) && rules.enough(proofs, subject.needed())
                ? Step.to(
                        new Committing(ticket, subject, proofs, accepted, now, doubt),
                        true,
                        Notes.good(AuditType.COMMITTING, subject.audited()))
                : Step.to(this, false);
    }

    /** A write has landed after all: the sweeper found it, or it took longer than its lease. */
    @Override
    public Step<ProofState, Boolean> written(Finishing.Tasks left, Instant at) {
        return new Committing(ticket, subject, proofs, accepted, at, doubt).written(left, at);
    }

    /** The doubt is over. */
    @Override
    public Step<ProofState, Boolean> notWritten(Optional<Instant> newDoubt) {
        return Step.to(new Proven(ticket, subject, proofs, accepted, newDoubt), true);
    }

    /**
     * While a write may still land, the flow stays, so that what must follow it is not lost; whose owner has reported it
     * writes no more.
     */
    @Override
    public Step<ProofState, Boolean> end(Ended.Why why, Rules rules, Instant now) {
        if (doubt.isEmpty()) {
            return Ended.from(ticket, subject.audited(), why);
        }
        return why == Ended.Why.REPORTED && rules.live(ticket, now)
                ? Step.to(new Proven(ticket.until(now), subject, proofs, accepted, doubt), false)
                : Step.to(this, false);
    }
}
