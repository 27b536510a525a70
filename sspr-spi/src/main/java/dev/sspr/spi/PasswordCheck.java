package dev.sspr.spi;

/** What a store says of a password that somebody typed. */
public enum PasswordCheck {
    /** It is the account's password, and the account is in use. */
    RIGHT,
    /** It is not, or there is no such account. */
    WRONG,
    /** The store has a lock of its own on this account and did not look. */
    LOCKED,
    /** It is the account's password, but the account cannot sign in: disabled, expired or the like. */
    NOT_USABLE
}
