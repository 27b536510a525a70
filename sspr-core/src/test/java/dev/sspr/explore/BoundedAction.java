package dev.sspr.explore;

/** What is done a bounded number of times in a run; what a run does not name is never done in it. */
enum BoundedAction {
    OWNER_RESET,
    OWNER_CHANGE,
    OWNER_UNLOCK,
    OWNER_REGISTER,
    OWNER_REMOVE,
    /** Presses "this was not me" in a message. */
    OWNER_OBJECT,
    /** Opens a link in a message in the browser at hand. */
    OWNER_FOLLOW,
    OWNER_CANCEL,
    OWNER_SIGN_IN,
    OWNER_PASS,
    ATTACKER_RESET,
    ATTACKER_UNLOCK,
    ATTACKER_CHANGE,
    ATTACKER_REGISTER,
    ATTACKER_REMOVE,
    ATTACKER_SIGN_IN,
    /** Types what is not the password. */
    ATTACKER_GUESS,
    /** Types what is not the code, or the code of something else. */
    ATTACKER_WRONG,
    ATTACKER_PASS,
    /** Says to be the help desk. */
    ATTACKER_HELPS,
    DESK_PASS,
    DESK_WITHDRAW,
    DESK_RESET,
    DESK_REQUIRE,
    DESK_REMOVE,
    DESK_UNBLOCK,
    DESK_UNLOCK,
    DESK_CLEAR,
    DESK_OFF,
    DESK_ON,
    /** Failed sign-ins that the library does not count lock the account. */
    HOST_LOCKS,
    /** The host switches the account off. */
    HOST_DISABLES,
    TICK,
    /** A node dies, or a call of an adapter fails. */
    FAULT,
    /** Another call in the middle of one. */
    OVERLAP
}
