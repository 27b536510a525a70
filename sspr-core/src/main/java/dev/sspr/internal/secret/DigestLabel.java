package dev.sspr.internal.secret;

/** What a keyed digest is for: the first byte of its input, so that one purpose's digest never serves another's. */
public enum DigestLabel {
    /** The browser secret of a handle. */
    HANDLE(1),
    /** The secret of a cancel link. */
    CANCEL(2),
    /** A typed code. */
    CODE(3),
    /** The secret of a link. */
    LINK(4),
    /** An owner tag. */
    OWNER(5),
    /** The account id that a stranger seems to have. */
    STRANGER(6),
    /** A counter. */
    COUNTER(7),
    /** A message id. */
    MESSAGE(8),
    /** An endpoint that a proof was made through. */
    ENDPOINT(9),
    /** A response that was accepted. */
    ACCEPTED(10),
    /** The questions that somebody without any seems to have chosen. */
    QUESTIONS(11),
    /** The count of an account's wrong passwords. */
    LOCKOUT(12),
    /** A wrong password, to know it again. */
    WRONG_PASSWORD(13),
    /** The short reference of a waiting period. */
    REFERENCE(14);

    private final int code;

    DigestLabel(int code) {
        this.code = code;
    }

    byte code() {
        return (byte) code;
    }
}
