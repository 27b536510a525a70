package dev.sspr.flow;

import dev.sspr.outcome.HasOutcome;
import dev.sspr.outcome.Outcome;
import dev.sspr.outcome.Outcomes;

/** Where a reset stands, as far as the holder of its handle may know. */
public enum FlowStatus implements HasOutcome {
    /** A method may be chosen, or a response is awaited. */
    WAITING_FOR_PROOF("R-030"),
    /** A waiting period runs; nothing is to be done before it is over. */
    WAITING_PERIOD("R-036"),
    /** Everything is proven; the new password is awaited. */
    PROVEN("R-031"),
    /** A new password is being written. */
    IN_PROGRESS("R-032"),
    /** The password is set. */
    DONE("R-033"),
    /** It ended without a new password: cancelled, reported, superseded or over time. */
    ENDED("R-034"),
    /** No reset answers to this handle. */
    UNKNOWN("R-035");

    private final String id;

    FlowStatus(String id) {
        this.id = id;
    }

    @Override
    public Outcome outcome() {
        return Outcomes.withId(id);
    }
}
