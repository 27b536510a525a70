package dev.sspr.internal.proof;

import dev.sspr.flow.FlowStatus;
import dev.sspr.internal.engine.Effect;
import dev.sspr.internal.engine.Step;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.Digest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A new password is being written. After a crash the account's generation decides: unchanged means that nothing was
 * written, changed means that it was, and what must follow is done then.
 *
 * @param ticket what every state keeps
 * @param subject whose reset it is; its generation is the one the write expects
 * @param proofs the proofs
 * @param accepted digest of the last response that was right
 * @param since when this attempt began
 * @param doubt until when a write of an earlier attempt may still land
 */
record Committing(
        Ticket ticket,
        Subject subject,
        List<Proof> proofs,
        Optional<Digest> accepted,
        Instant since,
        Optional<Instant> doubt)
        implements ProofState {
    @Override
    public Optional<Subject> whose() {
        return Optional.of(subject);
    }

    @Override
    public FlowStatus status(Rules rules, Instant now) {
        return FlowStatus.IN_PROGRESS;
    }

    @Override
    public Step<ProofState, Boolean> written(Finishing.Tasks left, Instant at) {
        return Step.to(
                new Finishing(ticket, subject, proofs, at, left),
                true,
                left.reach() == Finishing.Reach.ONE_STORE
                        ? Notes.good(
                                AuditType.PASSWORD_SET, subject.audited(), "reason", "OnPremisesSuccessCloudFailure")
                        : Notes.good(AuditType.PASSWORD_SET, subject.audited()),
                new Effect.Wake());
    }

    @Override
    public Step<ProofState, Boolean> notWritten(Optional<Instant> newDoubt) {
        return Step.to(new Proven(ticket, subject, proofs, accepted, newDoubt), true);
    }

    /** The write that is under way is let land or fail; once the owner has reported it, it is the last. */
    @Override
    public Step<ProofState, Boolean> end(Ended.Why why, Rules rules, Instant now) {
        if (why == Ended.Why.REPORTED && rules.live(ticket, now)) {
            return Step.to(new Committing(ticket.until(now), subject, proofs, accepted, since, doubt), false);
        }
        return why.byEngine() && doubt.isEmpty() ? Ended.from(ticket, subject.audited(), why) : Step.to(this, false);
    }
}
