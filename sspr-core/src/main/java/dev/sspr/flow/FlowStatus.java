package dev.sspr.flow;

import dev.sspr.outcome.HasOutcome;
import dev.sspr.outcome.Outcome;
import dev.sspr.outcome.Outcomes;

/** The status of a flow, as far as the holder of its handle may know it. */
public enum FlowStatus implements HasOutcome {
    /** A method may be chosen, or a response is awaited. */
    WAITING_FOR_PROOF("R-030"),
    /** A waiting period runs. The user can do nothing before it ends. */
    WAITING_PERIOD("R-036"),
    /** Everything is proven; the new password is awaited. */
    PROVEN("R-031"),
    /** A new password is being written. */
    IN_PROGRESS("R-032"),
    /** The password is set. */
    DONE("R-033"),
    /** The flow ended without a new password: cancelled, reported, superseded or expired. */
    ENDED("R-034"),
    /** No flow belongs to this handle. */
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
