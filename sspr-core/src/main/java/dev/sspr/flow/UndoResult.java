package dev.sspr.flow;

import dev.sspr.outcome.Outcome;
import dev.sspr.outcome.Outcomes;

/** What pressing "it was not me" below a notice brought. */
public enum UndoResult implements FlowResult {
    /** The change is undone, sessions are ended, and every address is told. */
    UNDONE("G-040"),
    /** The time in which it could be undone is over, or it was undone before: ask the help desk. */
    TOO_LATE("G-041"),
    /** No such change is known. */
    UNKNOWN("G-042");

    private final String id;

    UndoResult(String id) {
        this.id = id;
    }

    @Override
    public Outcome outcome() {
        return Outcomes.withId(id);
    }
}
