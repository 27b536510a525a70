package dev.sspr.internal.lockout;

/** A stored count of wrong passwords as a text, for an explorer of all flows together. */
public final class ExploreText {
    private static final LockCodec CODEC = new LockCodec();

    private ExploreText() {}

    /** The state, whose text has all its parts, random ids and instants as they are. */
    public static Object read(byte[] plain) {
        return CODEC.read(plain);
    }
}
