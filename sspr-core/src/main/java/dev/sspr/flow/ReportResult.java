package dev.sspr.flow;

import dev.sspr.outcome.Outcome;
import dev.sspr.outcome.Outcomes;

/** The effect of a report "this was not me". */
public enum ReportResult implements FlowResult {
    /**
     * The reset or unlock has ended, the host is notified, and for a day the account needs one more proof if it holds
     * one.
     */
    REPORTED("R-050"),
    /**
     * The password was already set. All sessions and other flows have ended, the host is notified, and for a day the
     * account needs one more proof if it holds one. The owner sets a new password next.
     */
    SECURED("R-051"),
    /** The flow had already gone further; the host is notified. */
    TOO_LATE("R-052"),
    /** The link has expired or was used. */
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
