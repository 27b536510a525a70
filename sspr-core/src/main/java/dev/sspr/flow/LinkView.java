package dev.sspr.flow;

/** What a page shows when a link is opened. Opening spends nothing and checks no secret (R-FLOW-11). */
public enum LinkView {
    /** The browser that began this reset: a button that posts the link to {@code answerLink}. */
    HERE,
    /** Another browser: what is going on, and a button that posts the link to {@code continueHere}. */
    ELSEWHERE,
    /** The link leads to nothing any more. */
    ENDED
}
