package dev.sspr.flow;

/** What "this was not me" brought. */
public enum ReportResult {
    /** The reset or unlock has ended, the host is told, and for a day the account proves one more thing, if it can. */
    REPORTED,
    /**
     * It had been done already: all sessions of the account have ended, other flows too, the host is told, and for a day the
     * account proves one more thing, if it can. The owner sets a new password next.
     */
    SECURED,
    /** It had already gone further; the host is told. */
    TOO_LATE,
    /** The link leads to nothing any more. */
    GONE
}
