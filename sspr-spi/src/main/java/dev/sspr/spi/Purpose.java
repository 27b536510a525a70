package dev.sspr.spi;

/** The purpose of a flow. A proof made for one purpose never counts for another (V-BIND-5). */
public enum Purpose {
    /** Sets a new password after proofs, for a user who forgot the old one. */
    RESET,
    /** Replaces a password that the user knows. */
    CHANGE,
    /** Lifts an account's lock after proofs. */
    UNLOCK,
    /** Lets a signed-in user enrol, confirm, change or remove methods. */
    REGISTER,
    /**
     * Sets a new password for a user without methods; instead of proofs there is a waiting period in which every
     * address of the account may object.
     */
    RECOVERY,
    /** Counts an account's failed sign-ins; not a flow, but stored like one. */
    LOCKOUT,
    /** A help desk action on an account; the stored content is the notice that is still to be sent. */
    HELP_DESK
}
