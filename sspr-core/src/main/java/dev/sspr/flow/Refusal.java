package dev.sspr.flow;

/** Why a call changed nothing. None of these depends on an account before a first proof. */
public enum Refusal {
    /** No open reset answers to this handle or link: unknown, forged, finished, cancelled, moved or over time. */
    GONE,
    /** The reset is at another step; {@code status} tells which. */
    NOT_NOW,
    /** This kind of method is not offered at this step. */
    METHOD_NOT_OFFERED,
    /** The challenge is over time; ask for another with {@code resend}. */
    CHALLENGE_EXPIRED,
    /** Too many wrong responses to this kind of method in this reset; another kind may still do. */
    TOO_MANY_TRIES,
    /** A budget is used up; the result says when to come back. */
    TRY_LATER,
    /** No account can have a name like this one: empty, too long, or with characters that names cannot have. */
    MALFORMED_NAME,
    /** The store of accounts cannot be written now, whoever it is for; nothing was begun and nothing charged. */
    STORE_UNAVAILABLE
}
