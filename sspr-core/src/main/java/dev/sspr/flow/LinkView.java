package dev.sspr.flow;

import dev.sspr.outcome.HasOutcome;
import dev.sspr.outcome.Outcome;
import dev.sspr.outcome.Outcomes;

/** The page to show for a link. Opening a link spends nothing and checks no secret (R-FLOW-11). */
public enum LinkView implements HasOutcome {
    /** The browser that began this reset: a button that posts the link to {@code answerLink}. */
    HERE("R-040"),
    /** Another browser: an explanation, and a button that posts the link to {@code continueHere}. */
    ELSEWHERE("R-041"),
    /** The link has expired or was used. */
    ENDED("R-042");

    private final String id;

    LinkView(String id) {
        this.id = id;
    }

    @Override
    public Outcome outcome() {
        return Outcomes.withId(id);
    }
}
