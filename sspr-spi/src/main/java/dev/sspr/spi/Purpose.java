package dev.sspr.spi;

/** What a flow is for. A proof made for one purpose never counts for another (V-BIND-5). */
public enum Purpose {
    /** The password is forgotten; proofs open the way to a new one. */
    RESET,
    /** The password is known and replaced. */
    CHANGE,
    /** The account is locked; proofs lift the lock. */
    UNLOCK,
    /** A signed-in person enrols, confirms, changes or removes methods. */
    REGISTER,
    /** Everything is lost; a waiting period in which every address may object takes the place of proofs. */
    RECOVERY,
    /** The count of an account's wrong passwords at sign-in; no flow of anybody's, but kept like one. */
    LOCKOUT,
    /** The help desk does something to somebody's account; what is kept is the message that they are owed. */
    HELP_DESK
}
