package dev.sspr.internal.verification.state;

import dev.sspr.flow.FlowStatus;
import dev.sspr.internal.engine.Backoff;
import dev.sspr.internal.engine.Step;
import dev.sspr.spi.AuditType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The password is set; what must follow is under way, and each of it may be done twice without harm.
 *
 * @param header what every state keeps
 * @param subject whose reset it was
 * @param proofs the proofs: their destinations are not told, the others are
 * @param writtenBy when the password was surely written: sessions older than this end
 * @param tasks what is left to do
 */
public record FinishingCommit(FlowHeader header, Subject subject, List<Proof> proofs, Instant writtenBy, Tasks tasks)
        implements FlowState {
    /** How long after the commit a notice is still sent. */
    public static final Duration NOTICE_LIFE = Duration.ofDays(2);

    /** How far the password came. */
    public enum Reach {
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
    public record Tasks(boolean sessions, boolean notices, boolean locks, int failures, Instant nextAt, Reach reach) {

        public Tasks sessionsEnded() {
            return new Tasks(false, notices, locks, failures, nextAt, reach);
        }

        public Tasks noticesSent() {
            return new Tasks(sessions, false, locks, failures, nextAt, reach);
        }

        public Tasks locksCleared() {
            return new Tasks(sessions, notices, false, failures, nextAt, reach);
        }

        public Tasks failed(Instant now) {
            return new Tasks(sessions, notices, locks, failures + 1, Backoff.after(failures, now), reach);
        }

        public Tasks reached(Reach now) {
            return new Tasks(sessions, notices, locks, failures, nextAt, now);
        }

        public boolean done() {
            return !sessions && !notices && !locks;
        }

        public boolean over() {
            return done() || Backoff.over(failures);
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
    public FlowStatus status(Guards guards, Instant now) {
        return FlowStatus.DONE;
    }

    @Override
    public Step<FlowState, Boolean> followed(Tasks left, Instant now) {
        if (!left.over()) {
            return Step.to(new FinishingCommit(header, subject, proofs, writtenBy, left), true);
        }
        return Step.to(
                new Completed(header, subject.user(), FlowEnded.Why.of(left)),
                true,
                left.done()
                        ? AuditEffects.good(AuditType.COMPLETED, subject.audited())
                        : AuditEffects.bad(AuditType.COMPLETED, subject.audited(), "reason", left.reason()));
    }
}
