package dev.sspr.register;

import dev.sspr.internal.engine.Step;
import java.time.Instant;
import java.util.Optional;

/**
 * Waiting for the person to show that they hold what is being enrolled.
 *
 * @param ticket what every state keeps
 * @param task what is being enrolled
 * @param tries how many responses were looked at
 * @param nextSendAt when the message may be sent again
 */
record Enrolling(Ticket ticket, Task task, int tries, Instant nextSendAt) implements RegisterState {
    static Step<RegisterState, Optional<Denied>> begin(
            RegisterState from, Task task, RegisterRules rules, Instant now) {
        return rules.live(from.ticket(), now)
                ? Step.to(new Enrolling(from.ticket(), task, 0, rules.nextSend(now)), Optional.empty())
                : from.denied(Denial.GONE);
    }

    @Override
    public Step<RegisterState, Optional<Denied>> enrol(Task other, RegisterRules rules, Instant now) {
        return begin(this, other, rules, now);
    }

    @Override
    public Step<RegisterState, Optional<Denied>> sentAgain(RegisterRules rules, Instant now) {
        if (!rules.live(ticket, now)) {
            return denied(Denial.GONE);
        }
        if (!rules.fresh(task, now)) {
            return denied(Denial.EXPIRED);
        }
        return now.isBefore(nextSendAt)
                ? Step.to(this, Optional.of(Denied.until(nextSendAt)))
                : Step.to(new Enrolling(ticket, task, tries, rules.nextSend(now)), Optional.empty());
    }

    @Override
    public Step<RegisterState, Paid> charge(RegisterRules rules, Instant now) {
        Optional<Denial> not = !rules.live(ticket, now)
                ? Optional.of(Denial.GONE)
                : !rules.fresh(task, now)
                        ? Optional.of(Denial.EXPIRED)
                        : rules.triesLeft(tries) ? Optional.empty() : Optional.of(Denial.TOO_MANY_TRIES);
        return not.isPresent()
                ? Step.to(this, new Paid.Not(Denied.of(not.get())))
                : Step.to(
                        new Enrolling(ticket, task, tries + 1, nextSendAt), new Paid.With(task, rules.left(tries + 1)));
    }

    @Override
    public Step<RegisterState, Boolean> waited(Task waiting, RegisterRules rules) {
        return rules.sameTask(task, waiting)
                ? Step.to(new Enrolling(ticket, task, Math.max(0, tries - 1), nextSendAt), true)
                : Step.to(this, false);
    }

    @Override
    public Step<RegisterState, Boolean> confirmed(Task paid, Change change, RegisterRules rules, Instant now) {
        return rules.live(ticket, now) && rules.fresh(task, now) && rules.sameTask(task, paid)
                ? Step.to(new Saving(ticket, change, now), true)
                : Step.to(this, false);
    }

    @Override
    public Step<RegisterState, Boolean> dropped() {
        return Step.to(new Managing(ticket), true);
    }
}
