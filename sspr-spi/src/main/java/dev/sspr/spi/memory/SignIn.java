package dev.sspr.spi.memory;

/** What a sign-in at the user store twin comes to; for testers, not for a person to see. */
public enum SignIn {
    /** The login name and the password are right, and the account is in use. */
    SIGNED_IN,
    /** No account has this login name, or several have it. */
    NO_SUCH_LOGIN,
    /** The account has another password. */
    WRONG_PASSWORD,
    /** The password is right, but the account is locked, disabled, expired or the like. */
    NOT_ACTIVE
}
