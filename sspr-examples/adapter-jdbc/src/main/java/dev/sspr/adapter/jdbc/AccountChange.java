package dev.sspr.adapter.jdbc;

/** What became of a change that a host made to an account. */
public enum AccountChange {
    /** It is done. */
    DONE,
    /** There is no such account. */
    NO_ACCOUNT,
    /** The account has no such destination. */
    NO_DESTINATION,
    /** The id is taken: another account, or another destination of this account, has it. */
    ID_TAKEN,
    /** Another account has the login name, and the host has made login names unique. */
    LOGIN_TAKEN,
    /** The account has as many destinations as it can have. */
    FULL
}
