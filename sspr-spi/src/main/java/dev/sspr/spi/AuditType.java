package dev.sspr.spi;

/** What happened. Names are stable; hosts may store and search them. */
public enum AuditType {
    /** A flow was started, for whatever name. */
    STARTED,
    /** A start was refused by a budget. */
    START_REFUSED,
    /** The engine has looked the account up; the outcome says what came of it. */
    IDENTIFIED,
    /** A method was chosen. */
    METHOD_CHOSEN,
    /** A challenge was sent, or could not be. */
    CHALLENGE_SENT,
    /** A guess was charged. */
    GUESS_CHARGED,
    /** A guess was refused before it was looked at. */
    GUESS_REFUSED,
    /** A response was right. */
    PROVEN,
    /** A response was wrong. */
    NOT_PROVEN,
    /** A link moved a flow to another browser. */
    MOVED,
    /** A new password was refused. */
    PASSWORD_REFUSED,
    /** A new password is being written. */
    COMMITTING,
    /** The password was set. */
    PASSWORD_SET,
    /** Sessions were ended, or could not be confirmed. */
    SESSIONS_REVOKED,
    /** The account's other destinations were told, or there was none to tell. */
    NOTIFIED,
    /** All that follows a reset is done. */
    COMPLETED,
    /** The person gave up. */
    CANCELLED,
    /** The owner said "this was not me". */
    REPORTED,
    /** A flow ended without a new password. */
    CLOSED
}
