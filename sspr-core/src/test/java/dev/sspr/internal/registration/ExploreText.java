package dev.sspr.internal.registration;

/** A stored registration as a text, for an explorer of all flows together. */
public final class ExploreText {
    private static final RegistrationCodec CODEC = new RegistrationCodec();

    private ExploreText() {}

    /** The state, whose text has all its parts, random ids and instants as they are. */
    public static Object read(byte[] plain) {
        return CODEC.read(plain);
    }
}
