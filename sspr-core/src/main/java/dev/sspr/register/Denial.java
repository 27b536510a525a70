package dev.sspr.register;

/** Why a call changed nothing. */
public enum Denial {
    /** No open registration answers to this handle: unknown, forged, ended, or over time. Sign in and begin again. */
    GONE,
    /** There is nothing to confirm, or a change is being stored just now. */
    NOT_NOW,
    /** The account does not exist, or may not use self-service. */
    ACCOUNT_NOT_USABLE,
    /** This kind of method cannot be registered here. */
    KIND_NOT_OFFERED,
    /** The account holds as many methods of this kind as it may. */
    LIMIT_REACHED,
    /** The account has registered this mailbox or number already. */
    ALREADY_REGISTERED,
    /** It is not a mailbox or a phone number of the expected form. */
    MALFORMED,
    /** Numbers of this country, range or kind of line are not accepted (R-RATE-10). */
    NUMBER_NOT_ACCEPTED,
    /** The message could not be sent to this mailbox or number. */
    NOT_DELIVERABLE,
    /** The enrolment is over time; begin it again. */
    EXPIRED,
    /** Too many wrong responses to this enrolment; begin it again. */
    TOO_MANY_TRIES,
    /** A budget is used up; the result says when to come back. */
    TRY_LATER,
    /** Another account has registered this very credential (R-WA-6). */
    TAKEN,
    /** The account holds no such method. */
    UNKNOWN_METHOD,
    /** Without this method the account could not be reset any more: register another first (R-REG-7). */
    LAST_METHOD,
    /** As many changes as can be taken back are waiting for that: come back when the oldest of them stands. */
    TOO_MANY_CHANGES,
    /** A name has 1 to 40 characters, none of them a control or format character. */
    BAD_NAME
}
