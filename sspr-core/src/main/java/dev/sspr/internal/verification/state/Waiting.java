package dev.sspr.internal.verification.state;

import dev.sspr.flow.FlowStatus;
import dev.sspr.flow.Refusal;
import dev.sspr.internal.engine.Step;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.Digest;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A waiting period runs, in which every address of the account may object. A caller sees the planned times only, because
 * late notices move the real ones of an existing account.
 *
 * @param dueAt when the commit is allowed if both notices were accepted; later if they were late
 * @param told the last notice that was accepted
 * @param failures how many tries of the due notice have failed
 * @param nextAt when the next try or notice is due
 * @param begunBy the agent who began it for the user, and who never approves it
 */
public record Waiting(
        FlowHeader header,
        Subject subject,
        Instant dueAt,
        Told told,
        int failures,
        Instant nextAt,
        WaitingPeriod.Approval approval,
        Optional<UserId> begunBy)
        implements FlowState {
    public Waiting(
            FlowHeader header,
            Subject subject,
            Instant dueAt,
            Told told,
            int failures,
            Instant nextAt,
            WaitingPeriod.Approval approval) {
        this(header, subject, dueAt, told, failures, nextAt, approval, Optional.empty());
    }

    Waiting begunBy(Optional<UserId> agent) {
        return new Waiting(header, subject, dueAt, told, failures, nextAt, approval, agent);
    }

    private static final Duration PAUSE = Duration.ofSeconds(30);
    /** A shorter delay of a notice moves nothing, so that the time does not reveal an account. */
    private static final Duration GRACE = Duration.ofMinutes(1);
    /** 30 s times 2 to this power, about an hour, is the longest pause. */
    private static final int SLOWEST = 7;

    /** The notices that the account's addresses accepted. */
    public enum Told {
        NOTHING,
        OF_THE_START,
        OF_THE_END;

        boolean follows(Told last) {
            return (this == OF_THE_START && last == NOTHING) || (this == OF_THE_END && last == OF_THE_START);
        }
    }

    public static Waiting begun(FlowHeader header, Subject subject, WaitingPeriod waitingPeriod, Instant now) {
        return new Waiting(
                header,
                subject,
                header.deadline().minus(waitingPeriod.window()),
                Told.NOTHING,
                0,
                now,
                waitingPeriod.approval());
    }

    /** Shows the agent only if there is one. */
    @Override
    public String toString() {
        return "Waiting[header=" + header + ", subject=" + subject + ", dueAt=" + dueAt + ", told=" + told
                + ", failures="
                + failures + ", nextAt=" + nextAt + ", approval=" + approval
                + begunBy.map(agent -> ", begunBy=" + agent).orElse("") + "]";
    }

    @Override
    public FlowStatus status(Guards guards, Instant now) {
        return guards.live(header, now) ? FlowStatus.WAITING_PERIOD : FlowStatus.ENDED;
    }

    /** Refused as before the look-up. */
    @Override
    public Step<FlowState, ChargeResult> charge(FlowId flow, Digest response, Guards guards, Instant now) {
        return ChargeResult.NotCharged.step(this, guards.live(header, now) ? Refusal.NOT_NOW : Refusal.GONE);
    }

    /** Returns when the commit is allowed if a notice goes out now; a late notice leaves as long to object. */
    public Instant dueIfTold(Told next, WaitingPeriod waitingPeriod, Instant now) {
        Duration left = next == Told.OF_THE_START ? waitingPeriod.period() : waitingPeriod.warning();
        return now.isAfter(dueAt.minus(left).plus(GRACE)) ? now.plus(left) : dueAt;
    }

    /**
     * Returns the deadline for a commit allowed from {@code due} on; a late start keeps its full window. Each of the two
     * notices moves it at most once, and never after the deadline, so a flow cannot stay open for ever.
     */
    public Instant deadlineIfDue(Instant due, WaitingPeriod waitingPeriod) {
        Instant end = due.plus(waitingPeriod.window());
        return due.isAfter(dueAt) && end.isAfter(header.deadline()) ? end : header.deadline();
    }

    @Override
    public Step<FlowState, Boolean> noticed(Told next, WaitingPeriod waitingPeriod, Guards guards, Instant now) {
        if (!next.follows(told) || !guards.live(header, now)) {
            return Step.to(this, false);
        }
        Instant due = dueIfTold(next, waitingPeriod, now);
        FlowHeader kept = header.until(deadlineIfDue(due, waitingPeriod));
        Instant later = next == Told.OF_THE_START ? due.minus(waitingPeriod.warning()) : kept.deadline();
        return Step.to(new Waiting(kept, subject, due, next, 0, later, approval, begunBy), true);
    }

    @Override
    public Step<FlowState, Boolean> notNoticed(Told tried, Duration least, Instant now) {
        if (!tried.follows(told)) {
            return Step.to(this, false);
        }
        Duration pause = PAUSE.multipliedBy(1L << Math.min(failures, SLOWEST));
        Instant again = now.plus(least.compareTo(pause) > 0 ? least : pause);
        return Step.to(
                new Waiting(header, subject, dueAt, told, Math.min(failures + 1, 100), again, approval, begunBy), true);
    }

    @Override
    public Step<FlowState, Boolean> approved(UserId by, Guards guards, Instant now) {
        boolean own = begunBy.equals(Optional.of(by));
        return own || approval == WaitingPeriod.Approval.NOT_NEEDED || !guards.live(header, now)
                ? Step.to(this, false)
                : Step.to(
                        new Waiting(
                                header,
                                subject,
                                dueAt,
                                told,
                                failures,
                                nextAt,
                                WaitingPeriod.Approval.NOT_NEEDED,
                                begunBy),
                        true,
                        AuditEffects.good(AuditType.RECOVERY_APPROVED, subject.audited(), "actor", by.value()));
    }

    @Override
    public Step<FlowState, Boolean> waited(Guards guards, Instant now) {
        return guards.live(header, now) && guards.real(subject) && guards.waitedLongEnough(this, now)
                ? Step.to(
                        new ProofsComplete(header, subject, List.of(), Optional.empty(), Optional.empty()),
                        true,
                        AuditEffects.good(AuditType.WAITING_OVER, subject.audited()))
                : Step.to(this, false);
    }

    @Override
    public Step<FlowState, Boolean> end(FlowEnded.Why why, Guards guards, Instant now) {
        return FlowEnded.from(header, subject.audited(), why);
    }
}
