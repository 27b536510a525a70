package dev.sspr.admin;

/** Why the help desk did nothing. */
public enum HelpRefusal {
    /** The reason is empty, longer than 200 characters, or has control characters. */
    INVALID_REASON,
    /** Nobody helps themselves (TAP-05). */
    SELF,
    /** The actor has no account in this tenant. */
    UNKNOWN_ACTOR,
    /** The actor's account is switched off, past its end, or the store cannot tell. */
    ACTOR_NOT_USABLE,
    /** The authorizer does not grant it, or this tenant has no such person: which of both, nobody learns. */
    NOT_ALLOWED,
    /** The person may do more in the host than the actor (R-ADM-3). */
    MORE_PRIVILEGED,
    /** The user store answered about another account than asked. */
    STORE_MISMATCH,
    /** The person's account is switched off, past its end, or the store cannot tell: this is not for such accounts. */
    PERSON_NOT_USABLE,
    /** No link can reach the person, or the account cannot make the proofs that a reset takes. */
    NOT_REACHABLE,
    /** The account holds no such method. */
    NO_SUCH_METHOD,
    /** The account has a hardware token that waits to be activated. */
    TOKEN_WAITING,
    /** Another account has this hardware token. */
    TOKEN_TAKEN,
    /** The name is not this person's. */
    NOT_THEIR_NAME,
    /** No recovery of this person's waits under this reference: it is another one, over, or somebody has objected. */
    NO_SUCH_RECOVERY,
    /** The host has plugged in nothing that could do it. */
    NOT_CONFIGURED
}
