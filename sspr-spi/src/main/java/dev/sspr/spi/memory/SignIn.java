package dev.sspr.spi.memory;

/** The result of a sign-in at the user store twin; for tests, not for display to a user. */
public enum SignIn {
    /** The login name and the password are right, and the account is in use. */
    SIGNED_IN,
    /** No account has this login name, or several have it. */
    NO_SUCH_LOGIN,
    /** The account has another password. */
    WRONG_PASSWORD,
    /** The password is right, but the account is locked, disabled, expired or similar. */
    NOT_ACTIVE
}
