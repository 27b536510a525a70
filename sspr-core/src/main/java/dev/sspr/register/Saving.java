package dev.sspr.register;

import dev.sspr.internal.engine.Step;
import java.time.Instant;

/**
 * A change is being stored. Whoever finds this state later looks whether it was, and tells the owner's addresses then.
 *
 * @param ticket what every state keeps
 * @param change what is being stored
 * @param since when that began
 */
record Saving(Ticket ticket, Change change, Instant since) implements RegisterState {
    @Override
    public Step<RegisterState, Boolean> saved(Change done) {
        Ticket next = change.comes().isPresent() ? ticket.showing(change.kind()) : ticket;
        return change.id().equals(done.id()) ? Step.to(new Managing(next), true) : Step.to(this, false);
    }

    @Override
    public Step<RegisterState, Boolean> unsaved(Change given) {
        return change.id().equals(given.id()) ? Step.to(new Managing(ticket), true) : Step.to(this, false);
    }

    /** What is under way is finished first. */
    @Override
    public Step<RegisterState, Boolean> closed() {
        return Step.to(this, false);
    }
}
