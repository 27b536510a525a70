package dev.sspr.admin;

/** What the help desk owes somebody, as it is stored, for an explorer of all flows together. */
public final class ExploreText {
    private static final OwedCodec CODEC = new OwedCodec();

    private ExploreText() {}

    /** The state, whose text has all its parts, random ids and instants as they are. */
    public static Object read(byte[] plain) {
        return CODEC.read(plain);
    }
}
