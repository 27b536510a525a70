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
    /** A second person agreed to a recovery. */
    RECOVERY_APPROVED,
    /** A waiting period is over without an objection. */
    WAITING_OVER,
    /** The sign-in of an account was locked, or a lock of it grew. */
    ACCOUNT_LOCKED,
    /** A lock of a sign-in was lifted before its time. */
    LOCKOUT_CLEARED,
    /** A current password was checked. */
    CURRENT_PASSWORD_CHECKED,
    /** A new password was refused. */
    PASSWORD_REFUSED,
    /** A new password is being written that could not be looked for among breached ones. */
    PASSWORD_UNCHECKED,
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
    CLOSED,
    /** A signed-in person opened their security info. */
    SECURITY_INFO_OPENED,
    /** Security info was not opened: the sign-in was too old or too weak. */
    SECURITY_INFO_REFUSED,
    /** The enrolment of a method began. */
    ENROLMENT_STARTED,
    /** A method was registered. */
    METHOD_REGISTERED,
    /** A method was changed: renamed, made the default, replaced. */
    METHOD_CHANGED,
    /** A method was removed. */
    METHOD_REMOVED,
    /** A change of a method was undone from another address. */
    METHOD_RESTORED,
    /** A method was disabled: too many failures, or a copy of it in use. */
    METHOD_DISABLED,
    /** The person looked through the security info and said that it is right. */
    SECURITY_INFO_REVIEWED,
    /** The account holds all methods that its policy asks for. */
    REGISTRATION_COMPLETE,
    /** A request to register was put off at sign-in. */
    REGISTRATION_SKIPPED,
    /** Somebody with the right to do so required the account to register again. */
    REGISTRATION_REQUIRED,
    /** An access pass was issued or withdrawn. */
    ACCESS_PASS,
    /** One mailbox or phone is registered by many accounts (R-REG-9). */
    DESTINATION_SHARED
}
