package dev.sspr.flow;

import dev.sspr.outcome.Outcome;
import dev.sspr.outcome.Outcomes;

/** What "this was not me" brought. */
public enum ReportResult implements FlowResult {
    /** The reset or unlock has ended, the host is told, and for a day the account proves one more thing, if it can. */
    REPORTED("R-050"),
    /**
     * It had been done already: all sessions of the account have ended, other flows too, the host is told, and for a day the
     * account proves one more thing, if it can. The owner sets a new password next.
     */
    SECURED("R-051"),
    /** It had already gone further; the host is told. */
    TOO_LATE("R-052"),
    /** The link leads to nothing any more. */
    GONE("R-053");

    private final String id;

    ReportResult(String id) {
        this.id = id;
    }

    @Override
    public Outcome outcome() {
        return Outcomes.withId(id);
    }
}
