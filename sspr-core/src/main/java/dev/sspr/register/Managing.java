package dev.sspr.register;

import dev.sspr.internal.engine.Step;
import java.time.Instant;
import java.util.Optional;

/**
 * Open, with nothing under way.
 *
 * @param ticket what every state keeps
 */
record Managing(Ticket ticket) implements RegisterState {
    @Override
    public Step<RegisterState, Optional<Denied>> enrol(Task task, RegisterRules rules, Instant now) {
        return Enrolling.begin(this, task, rules, now);
    }

    @Override
    public Step<RegisterState, Optional<Denied>> change(Change change, RegisterRules rules, Instant now) {
        return rules.live(ticket, now)
                ? Step.to(new Saving(ticket, change, now), Optional.empty())
                : denied(Denial.GONE);
    }
}
