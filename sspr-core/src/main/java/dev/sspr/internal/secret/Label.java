package dev.sspr.internal.secret;

/** What a keyed digest is for: the first byte of its input, so that one purpose's digest never serves another's. */
public enum Label {
    /** The browser secret of a handle. */
    HANDLE,
    /** The secret of a cancel link. */
    CANCEL,
    /** A typed code. */
    CODE,
    /** The secret of a link. */
    LINK,
    /** An owner tag. */
    OWNER,
    /** The account id that a stranger seems to have. */
    STRANGER,
    /** A counter. */
    COUNTER,
    /** A message id. */
    MESSAGE,
    /** An endpoint that a proof was made through. */
    ENDPOINT,
    /** A response that was accepted. */
    ACCEPTED;

    byte code() {
        return (byte) (ordinal() + 1);
    }
}
