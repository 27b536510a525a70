package dev.sspr.internal.proof;

import dev.sspr.flow.FlowStatus;
import dev.sspr.internal.engine.Step;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A waiting period runs, in which every address of the account may object.
 *
 * @param ticket what every state keeps
 * @param subject whose account it is
 * @param dueAt from when the deed may be done, once both notices were accepted; later if they were late
 * @param told how far the account's addresses were told
 * @param failures how many tries of the notice that is due have failed
 * @param nextAt when there is something to do
 * @param approval whether somebody must still agree
 */
record Waiting(
        Ticket ticket, Subject subject, Instant dueAt, Told told, int failures, Instant nextAt, Wait.Approval approval)
        implements ProofState {
    private static final Duration PAUSE = Duration.ofSeconds(30);
    /** A notice that goes out so little late moves nothing, so that its time does not tell a real name from another. */
    private static final Duration GRACE = Duration.ofMinutes(1);
    /** The longest pause between two tries is 30 s times 2 to this power, about an hour. */
    private static final int SLOWEST = 7;

    /** How far the account's addresses were told. */
    enum Told {
        NOTHING,
        OF_THE_START,
        OF_THE_END;

        /** Whether this comes right after another. */
        boolean follows(Told last) {
            return (this == OF_THE_START && last == NOTHING) || (this == OF_THE_END && last == OF_THE_START);
        }
    }

    static Waiting begun(Ticket ticket, Subject subject, Wait wait, Instant now) {
        return new Waiting(
                ticket, subject, ticket.deadline().minus(wait.window()), Told.NOTHING, 0, now, wait.approval());
    }

    @Override
    public FlowStatus status(Rules rules, Instant now) {
        return rules.live(ticket, now) ? FlowStatus.WAITING_PERIOD : FlowStatus.ENDED;
    }

    @Override
    public Optional<Instant> due() {
        return Optional.of(dueAt);
    }

    /** From when the deed may be done if a notice goes out now: whoever is told late has as long to object. */
    Instant dueIfTold(Told next, Wait wait, Instant now) {
        Duration left = next == Told.OF_THE_START ? wait.period() : wait.warning();
        return now.isAfter(dueAt.minus(left).plus(GRACE)) ? now.plus(left) : dueAt;
    }

    /**
     * Until when the deed may be done if it may be done from {@code due} on: whoever waited longer has as long a window. Each
     * of the two notices moves it once at most, and none does after the deadline, so that nobody holds a flow open for ever.
     */
    Instant deadlineIfDue(Instant due, Wait wait) {
        Instant end = due.plus(wait.window());
        return due.isAfter(dueAt) && end.isAfter(ticket.deadline()) ? end : ticket.deadline();
    }

    @Override
    public Step<ProofState, Boolean> noticed(Told next, Wait wait, Rules rules, Instant now) {
        if (!next.follows(told) || !rules.live(ticket, now)) {
            return Step.to(this, false);
        }
        Instant due = dueIfTold(next, wait, now);
        Ticket kept = ticket.until(deadlineIfDue(due, wait));
        Instant later = next == Told.OF_THE_START ? due.minus(wait.warning()) : kept.deadline();
        return Step.to(new Waiting(kept, subject, due, next, 0, later, approval), true);
    }

    @Override
    public Step<ProofState, Boolean> notNoticed(Told tried, Instant now) {
        if (!tried.follows(told)) {
            return Step.to(this, false);
        }
        Instant again = now.plus(PAUSE.multipliedBy(1L << Math.min(failures, SLOWEST)));
        return Step.to(new Waiting(ticket, subject, dueAt, told, Math.min(failures + 1, 100), again, approval), true);
    }

    @Override
    public Step<ProofState, Boolean> approved(UserId by, Rules rules, Instant now) {
        return approval == Wait.Approval.NOT_NEEDED || !rules.live(ticket, now)
                ? Step.to(this, false)
                : Step.to(
                        new Waiting(ticket, subject, dueAt, told, failures, nextAt, Wait.Approval.NOT_NEEDED),
                        true,
                        Notes.good(AuditType.RECOVERY_APPROVED, subject.audited(), "actor", by.value()));
    }

    @Override
    public Step<ProofState, Boolean> waited(Rules rules, Instant now) {
        return rules.live(ticket, now) && rules.real(subject) && rules.waitedLongEnough(this, now)
                ? Step.to(
                        new Proven(ticket, subject, List.of(), Optional.empty(), Optional.empty()),
                        true,
                        Notes.good(AuditType.WAITING_OVER, subject.audited()))
                : Step.to(this, false);
    }

    @Override
    public Step<ProofState, Boolean> end(Ended.Why why, Rules rules, Instant now) {
        return Ended.from(ticket, subject.audited(), why);
    }
}
