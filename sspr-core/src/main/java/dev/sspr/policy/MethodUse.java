package dev.sspr.policy;

/** What a kind of authentication method may be used for. */
public enum MethodUse {
    /** As a second factor at the host's sign-in; holding one raises what a reset and a change of security info take. */
    SIGN_IN,
    /** To prove a reset or an unlock. */
    RESET,
    /** To open one's security info for the first time. */
    REGISTER
}
