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
 * The password is set, or it is not known whether it is, and the follow-up is in progress; each task may run twice
 * without harm.
 *
 * @param proofs the proofs, whose destinations get no notice
 * @param writtenBy when the write was complete; older sessions end
 */
public record FinishingCommit(FlowHeader header, Subject subject, List<Proof> proofs, Instant writtenBy, Tasks tasks)
        implements FlowState {
    public static final Duration NOTICE_LIFE = Duration.ofDays(2);

    /** The stores that the write has reached. */
    public enum Reach {
        ALL,
        /** One of two stores; the other is not known to have it. */
        ONE_STORE,
        /** It is not known whether any store has it: the answer was lost, and the account has changed since. */
        UNCONFIRMED
    }

    /**
     * The tasks left. Messages have a back-off of their own and are retried for their whole life, the rest three times.
     *
     * @param sessions whether sessions are still to be ended
     * @param notices the messages still to be sent
     * @param locks whether other locks of the account are still to be cleared
     * @param failures how many tries of the rest have failed
     * @param nextAt when the next try of the rest is due
     */
    public record Tasks(
            boolean sessions,
            Optional<PendingNotice> notices,
            boolean locks,
            int failures,
            Instant nextAt,
            Reach reach) {

        public static PendingNotice notice(Instant writtenBy) {
            return PendingNotice.due(writtenBy, writtenBy.plus(NOTICE_LIFE));
        }

        public Tasks sessionsEnded() {
            return new Tasks(false, notices, locks, failures, nextAt, reach);
        }

        public Tasks noticed(Optional<PendingNotice> left) {
            return new Tasks(sessions, left, locks, failures, nextAt, reach);
        }

        public Tasks locksCleared() {
            return new Tasks(sessions, notices, false, failures, nextAt, reach);
        }

        /** Counts a try of the rest, if it has left something to do. */
        public Tasks tried(Instant now) {
            return sessions || locks
                    ? new Tasks(sessions, notices, locks, failures + 1, Backoff.after(failures, now), reach)
                    : this;
        }

        public Tasks reached(Reach now) {
            return new Tasks(sessions, notices, locks, failures, nextAt, now);
        }

        private boolean retries() {
            return (sessions || locks) && !Backoff.over(failures);
        }

        public boolean retriesAt(Instant now) {
            return retries() && !now.isBefore(nextAt);
        }

        boolean done() {
            return !sessions && notices.isEmpty() && !locks;
        }

        /** Returns whether nothing is left to do or to retry. */
        public boolean over(Guards guards) {
            return !retries() && notices.stream().allMatch(guards::givenUp);
        }

        /** Returns when the sweeper goes on; the first try is the executor's for {@code overdue}. */
        Instant wakeAt(Duration overdue) {
            Instant rest = failures == 0 ? nextAt.plus(overdue) : nextAt;
            Optional<Instant> notice = notices.map(one -> one.wakeAt(overdue));
            return retries() ? notice.filter(at -> at.isBefore(rest)).orElse(rest) : notice.orElse(rest);
        }

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
        return tasks.reach() == Reach.UNCONFIRMED ? FlowStatus.ENDED : FlowStatus.DONE;
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

    /** A report ends no message, so that an attacker at one address cannot suppress the others. */
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
