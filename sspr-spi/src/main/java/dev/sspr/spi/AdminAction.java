package dev.sspr.spi;

/**
 * An action that a help desk may be allowed to take on another user's account. Names are stable; hosts may store them.
 */
public enum AdminAction {
    /** View the account: its methods masked, its locks and limits, its recent events. */
    LOOK,
    /** Issue a temporary access pass, which the actor sees and gives to the user (TAP-01). */
    ISSUE_PASS,
    /** Withdraw the account's access pass. */
    WITHDRAW_PASS,
    /** Start a reset, which the user continues from a link sent to an address of the account. */
    START_RESET,
    /** Require that the account registers again (REG-17). */
    REQUIRE_REGISTRATION,
    /** Remove one method of the account. */
    REMOVE_METHOD,
    /** Assign a hardware token, which the user activates (M-09). */
    GIVE_TOKEN,
    /** Reset the account's exhausted limits and enable its disabled methods again. */
    UNBLOCK,
    /** Lift the lock that failed sign-ins have put on the account. */
    UNLOCK,
    /** Clear the failed sign-ins counted for the account. */
    CLEAR_LOCKOUT,
    /** Disable self-service for the account. */
    TURN_OFF,
    /** Enable self-service for the account again. */
    TURN_ON,
    /** Approve a recovery: a user who has lost every method may set a new password at the end of a waiting period. */
    APPROVE_RECOVERY
}
