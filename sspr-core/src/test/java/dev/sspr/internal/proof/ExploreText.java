package dev.sspr.internal.proof;

/** A stored flow of proofs as a text, for an explorer of all flows together. */
public final class ExploreText {
    private static final ProofCodec CODEC = new ProofCodec();

    private ExploreText() {}

    /** All parts of the state; random ids and instants as they are. */
    public static String of(byte[] plain) {
        return CODEC.read(plain).toString();
    }
}
