package dev.sspr.internal.secret;

/**
 * The purpose of a keyed digest. It is the first byte of the input, so that a digest of one purpose never serves
 * another.
 */
public enum DigestLabel {
    /** The browser secret of a handle. */
    HANDLE(1),
    /** The secret of a cancel link. */
    CANCEL(2),
    /** A typed code. */
    CODE(3),
    /** The secret of a link. */
    LINK(4),
    /** The owner tag of a flow. */
    OWNER(5),
    /** The account id of a decoy. */
    STRANGER(6),
    /** The key of a counter. */
    COUNTER(7),
    /** The id of a message. */
    MESSAGE(8),
    /** The endpoint of a proof. */
    ENDPOINT(9),
    /** An accepted response. */
    ACCEPTED(10),
    /** The decoy questions of an account without a set. */
    QUESTIONS(11),
    /** The count of an account's wrong passwords. */
    LOCKOUT(12),
    /** A wrong password, to recognise it later. */
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
