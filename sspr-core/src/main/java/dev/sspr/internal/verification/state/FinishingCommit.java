package dev.sspr.internal.verification.state;

import dev.sspr.flow.FlowStatus;
import dev.sspr.internal.engine.Backoff;
import dev.sspr.internal.engine.PendingNotice;
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
     * What is left to do. Messages have a back-off of their own: they are tried for their whole life, the rest four times.
     *
     * @param sessions whether sessions are still to be ended
     * @param notices the messages that are still to be sent
     * @param locks whether other locks of the account are still to be cleared
     * @param failures how many tries of the rest have failed
     * @param nextAt when the next try of the rest is due
     * @param reach how far the password came
     */
    public record Tasks(
            boolean sessions,
            Optional<PendingNotice> notices,
            boolean locks,
            int failures,
            Instant nextAt,
            Reach reach) {

        /** The messages that follow a password which was surely written then, before the first attempt. */
        public static PendingNotice notice(Instant writtenBy) {
            return PendingNotice.due(writtenBy, writtenBy.plus(NOTICE_LIFE));
        }

        public Tasks sessionsEnded() {
            return new Tasks(false, notices, locks, failures, nextAt, reach);
        }

        /** After an attempt to send the messages. */
        public Tasks noticed(Optional<PendingNotice> left) {
            return new Tasks(sessions, left, locks, failures, nextAt, reach);
        }

        public Tasks locksCleared() {
            return new Tasks(sessions, notices, false, failures, nextAt, reach);
        }

        /** After a try of the rest, if it has left something to do. */
        public Tasks tried(Instant now) {
            return sessions || locks
                    ? new Tasks(sessions, notices, locks, failures + 1, Backoff.after(failures, now), reach)
                    : this;
        }

        public Tasks reached(Reach now) {
            return new Tasks(sessions, notices, locks, failures, nextAt, now);
        }

        /** Whether sessions or locks are to be tried again, and may be. */
        private boolean retries() {
            return (sessions || locks) && !Backoff.over(failures);
        }

        public boolean retriesAt(Instant now) {
            return retries() && !now.isBefore(nextAt);
        }

        boolean done() {
            return !sessions && notices.isEmpty() && !locks;
        }

        /** Whether nothing is left to do, or to try. */
        public boolean over(Guards guards) {
            return !retries() && notices.stream().allMatch(guards::givenUp);
        }

        /** When the sweeper is to go on, the first time with time for the executor to have done it. */
        Instant wakeAt(Duration overdue) {
            Instant rest = failures == 0 ? nextAt.plus(overdue) : nextAt;
            Optional<Instant> notice = notices.map(one -> one.wakeAt(overdue));
            return retries() ? notice.filter(at -> at.isBefore(rest)).orElse(rest) : notice.orElse(rest);
        }

        /** What is given up. */
        private String reason() {
            return sessions ? "sessions-unconfirmed" : notices.isPresent() ? "notices-undelivered" : "locks-left";
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
    public Step<FlowState, Boolean> followed(Tasks left, Guards guards) {
        if (!left.over(guards)) {
            return Step.to(new FinishingCommit(header, subject, proofs, writtenBy, left), true);
        }
        return Step.to(
                new Completed(header, subject.user(), FlowEnded.Why.of(left)),
                true,
                left.done()
                        ? AuditEffects.good(AuditType.COMPLETED, subject.audited())
                        : AuditEffects.bad(AuditType.COMPLETED, subject.audited(), "reason", left.reason()));
    }

    /** A report ends no message: whoever holds one address must not keep the others from being told. */
    @Override
    public Step<FlowState, Boolean> end(FlowEnded.Why why, Guards guards, Instant now) {
        return why == FlowEnded.Why.REPORTED
                ? Step.to(
                        this,
                        true,
                        AuditEffects.bad(
                                AuditType.REPORTED, subject.audited(), "reason", FlowEnded.Why.DONE_REPORTED.name()))
                : Step.to(this, false);
    }
}
