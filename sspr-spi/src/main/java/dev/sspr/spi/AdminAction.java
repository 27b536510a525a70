package dev.sspr.spi;

/** What somebody at a help desk may be allowed to do to somebody else's account. Names are stable; hosts may store them. */
public enum AdminAction {
    /** Look at where the account stands: its methods masked, its locks and budgets, what happened to it. */
    LOOK,
    /** Issue a temporary access pass, which the actor sees and hands over (TAP-01). */
    ISSUE_PASS,
    /** Withdraw the account's access pass. */
    WITHDRAW_PASS,
    /** Begin a reset that the person goes on with from a link at their own address. */
    START_RESET,
    /** Require that the account registers again (REG-17). */
    REQUIRE_REGISTRATION,
    /** Remove one method of the account. */
    REMOVE_METHOD,
    /** Give the account a hardware token, which its holder activates (M-09). */
    GIVE_TOKEN,
    /** Empty the account's full budgets and put disabled methods back to use. */
    UNBLOCK,
    /** Lift the lock that failed sign-ins have put on the account. */
    UNLOCK,
    /** Forget the wrong passwords that the sign-in has counted for the account. */
    CLEAR_LOCKOUT,
    /** Switch self-service off for the account. */
    TURN_OFF,
    /** Switch self-service on again. */
    TURN_ON,
    /** Agree that somebody who has lost everything sets a new password at the end of a waiting period (ruling 15). */
    APPROVE_RECOVERY
}
