package dev.sspr.explore;

/** What a call of the library is for: what it may write depends on it. */
enum CallKind {
    RESET,
    CHANGE,
    UNLOCK,
    REGISTER,
    /** "It was not me", from a notice about security info. */
    UNDO,
    /** "This was not me", from a message about a reset, a change or an unlock. */
    REPORT,
    SIGN_IN,
    DESK,
    SWEEP,
    /** The clock, or the host by itself: no call. */
    NONE
}
