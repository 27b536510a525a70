package dev.sspr.register;

/** What came of a pass at the host's sign-in. */
public enum AccessPassResult {
    /** It is right: the host states {@link dev.sspr.spi.MethodKind#ACCESS_PASS} among the methods of this sign-in. */
    ACCEPTED,
    /** It is wrong, over, used up, not yet valid, or the account has none. */
    REFUSED,
    /** Too many wrong ones today. */
    TRY_LATER
}
