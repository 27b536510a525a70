package dev.sspr.internal.proof;

import dev.sspr.flow.FlowStatus;
import dev.sspr.internal.engine.Retry;
import dev.sspr.internal.engine.Step;
import dev.sspr.spi.AuditType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The password is set; what must follow is under way, and each of it may be done twice without harm.
 *
 * @param ticket what every state keeps
 * @param subject whose reset it was
 * @param proofs the proofs: their destinations are not told, the others are
 * @param writtenBy when the password was surely written: sessions older than this end
 * @param tasks what is left to do
 */
record Finishing(Ticket ticket, Subject subject, List<Proof> proofs, Instant writtenBy, Tasks tasks)
        implements ProofState {
    /** How far the password came. */
    enum Reach {
        /** As far as it should. */
        ALL,
        /** Into one of two stores; the other one is not known to have it. */
        ONE_STORE
    }

    /**
     * What is left to do.
     *
     * @param sessions whether sessions are still to be ended
     * @param notices whether destinations are still to be told
     * @param locks whether other locks of the account are still to be cleared
     * @param failures how many tries have failed
     * @param nextAt when the next try is due
     * @param reach how far the password came
     */
    record Tasks(boolean sessions, boolean notices, boolean locks, int failures, Instant nextAt, Reach reach) {

        Tasks sessionsEnded() {
            return new Tasks(false, notices, locks, failures, nextAt, reach);
        }

        Tasks noticesSent() {
            return new Tasks(sessions, false, locks, failures, nextAt, reach);
        }

        Tasks locksCleared() {
            return new Tasks(sessions, notices, false, failures, nextAt, reach);
        }

        Tasks failed(Instant now) {
            return new Tasks(sessions, notices, locks, failures + 1, Retry.after(failures, now), reach);
        }

        Tasks reached(Reach now) {
            return new Tasks(sessions, notices, locks, failures, nextAt, now);
        }

        boolean done() {
            return !sessions && !notices && !locks;
        }

        boolean over() {
            return done() || Retry.over(failures);
        }

        /** What is given up. */
        private String reason() {
            return sessions ? "sessions-unconfirmed" : notices ? "notices-undelivered" : "locks-left";
        }
    }

    @Override
    public Optional<Subject> whose() {
        return Optional.of(subject);
    }

    @Override
    public FlowStatus status(Rules rules, Instant now) {
        return FlowStatus.DONE;
    }

    @Override
    public Step<ProofState, Boolean> followed(Tasks left, Instant now) {
        if (!left.over()) {
            return Step.to(new Finishing(ticket, subject, proofs, writtenBy, left), true);
        }
        return Step.to(
                new Settled(ticket, subject.user(), Ended.Why.of(left)),
                true,
                left.done()
                        ? Notes.good(AuditType.COMPLETED, subject.audited())
                        : Notes.bad(AuditType.COMPLETED, subject.audited(), "reason", left.reason()));
    }
}
