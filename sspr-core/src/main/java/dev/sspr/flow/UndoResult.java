package dev.sspr.flow;

import dev.sspr.outcome.Outcome;
import dev.sspr.outcome.Outcomes;

/** The effect of pressing "it was not me" in a notice. */
public enum UndoResult implements FlowResult {
    /** The change is undone, sessions are ended, and every address is notified. */
    UNDONE("G-040"),
    /** The same, but the end of the sessions is not confirmed yet; it is tried again. */
    UNDONE_SESSIONS_PENDING("G-044"),
    /**
     * The link came from an address that was removed with a stronger proof than the address itself. Nothing is restored.
     * Nothing counts for a reset either, until the account owner reviews the security info after a sign-in with a
     * stronger proof, or the help desk enables self-service.
     */
    FROZEN("G-043"),
    /** The time to undo the change is over, or it was undone before. The help desk can assist. */
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
