package dev.sspr.reset;

/** What "this was not me" brought. */
public enum ReportResult {
    /** The reset has ended, the host is told, and for a day the account proves one more thing, if it can. */
    REPORTED,
    /** The reset had already gone further; the host is told. */
    TOO_LATE,
    /** The link leads to nothing any more. */
    GONE
}
