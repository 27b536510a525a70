package dev.sspr.register;

/** A stored registration as a text, for an explorer of all flows together. */
public final class ExploreText {
    private static final RegisterCodec CODEC = new RegisterCodec();

    private ExploreText() {}

    /** All parts of the state; random ids and instants as they are. */
    public static String of(byte[] plain) {
        return CODEC.read(plain).toString();
    }
}
