package dev.sspr.reset;

/** What "this was not me" brought. */
public enum ReportResult {
    /** The reset has ended, the host is told, and the next one for this account must prove more. */
    REPORTED,
    /** The reset had already gone further; the host is told. */
    TOO_LATE,
    /** The link leads to nothing any more. */
    GONE
}
