package dev.sspr.spi;

/** The type of an audit event. Names are stable; hosts may store and search them. */
public enum AuditType {
    /** A flow was started, for a known or an unknown login name. */
    STARTED,
    /** A rate limit refused a start. */
    START_REFUSED,
    /** The engine looked the account up; the outcome tells the result. */
    IDENTIFIED,
    /** A method was chosen. */
    METHOD_CHOSEN,
    /** A challenge was sent, or sending failed. */
    CHALLENGE_SENT,
    /** A guess was charged. */
    GUESS_CHARGED,
    /** A guess was refused before it was compared. */
    GUESS_REFUSED,
    /** A response was right. */
    PROVEN,
    /** A response was wrong. */
    NOT_PROVEN,
    /** A link moved a flow to another browser. */
    MOVED,
    /** A help desk actor approved a recovery. */
    RECOVERY_APPROVED,
    /** A waiting period ended without an objection. */
    WAITING_OVER,
    /** Sign-in to an account was locked, or its lock was extended. */
    ACCOUNT_LOCKED,
    /** A sign-in lock was lifted early. */
    LOCKOUT_CLEARED,
    /** A current password was checked. */
    CURRENT_PASSWORD_CHECKED,
    /** A new password was refused. */
    PASSWORD_REFUSED,
    /** A new password is being written, although the list of breached passwords could not be checked. */
    PASSWORD_UNCHECKED,
    /** A new password is being written. */
    COMMITTING,
    /** The password was set. */
    PASSWORD_SET,
    /** The user lifted the account's lock, or there was none. */
    ACCOUNT_UNLOCKED,
    /** Sessions were ended, or their end could not be confirmed. */
    SESSIONS_REVOKED,
    /** The account's other destinations were notified, or there were none. */
    NOTIFIED,
    /** Every step after a reset is done. */
    COMPLETED,
    /** The user cancelled. */
    CANCELLED,
    /** The account owner reported "this was not me". */
    REPORTED,
    /** A flow ended without a new password. */
    CLOSED,
    /** A signed-in user opened their security info. */
    SECURITY_INFO_OPENED,
    /** Opening security info was refused: the sign-in was too old or too weak. */
    SECURITY_INFO_REFUSED,
    /** The enrolment of a method began. */
    ENROLMENT_STARTED,
    /** A method was registered. */
    METHOD_REGISTERED,
    /** A method was changed: renamed, made the default, replaced. */
    METHOD_CHANGED,
    /** A method was removed. */
    METHOD_REMOVED,
    /** A change of a method was reverted from another address. */
    METHOD_RESTORED,
    /** A method was disabled: too many failures, or a copy of it is in use. */
    METHOD_DISABLED,
    /** The user reviewed the security info and confirmed it. */
    SECURITY_INFO_REVIEWED,
    /** The account has all methods that its policy requires. */
    REGISTRATION_COMPLETE,
    /** The user snoozed a request to register at sign-in. */
    REGISTRATION_SKIPPED,
    /** An authorised actor required the account to register again. */
    REGISTRATION_REQUIRED,
    /** An access pass was issued or withdrawn. */
    ACCESS_PASS,
    /** The other administrators were notified that a privileged account's password changed (NOT-02). */
    ADMINISTRATORS_TOLD,
    /** The help desk started a reset for the user, who is sent a link. */
    STARTED_FOR,
    /** The help desk acted on an account; the attribute {@code action} names the action, {@code actor} the actor. */
    HELP_DESK_ACTED,
    /** A help desk action was refused or failed; the attribute {@code refusal} gives the reason. */
    HELP_DESK_REFUSED,
    /** Many accounts have registered one mailbox or phone (R-REG-9). */
    DESTINATION_SHARED,
    /** The stored security info of an account does not open: a key is missing, or it was altered. */
    SECURITY_INFO_UNREADABLE
}
