package dev.sspr.spi;

import java.util.Arrays;

/** What a verifier wants to be told again when the answer comes; the engine keeps it sealed in the flow. */
public final class VerifierState {
    /** The most bytes a memo can have. */
    public static final int MAX_BYTES = 256;
    /** Nothing to remember. */
    public static final VerifierState EMPTY = new VerifierState(new byte[0]);

    private final byte[] bytes;

    private VerifierState(byte[] owned) {
        this.bytes = owned;
    }

    /**
     * Copies bytes.
     *
     * @param bytes 0 to {@link #MAX_BYTES} bytes
     * @return a memo of its own
     * @throws IllegalArgumentException if there are more
     */
    public static VerifierState of(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw new IllegalArgumentException(
                    "a verifier state has at most " + MAX_BYTES + " bytes, this has " + bytes.length);
        }
        return bytes.length == 0 ? EMPTY : new VerifierState(bytes.clone());
    }

    /**
     * The bytes.
     *
     * @return a copy
     */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierState verifierState && Arrays.equals(bytes, verifierState.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** The size only. */
    @Override
    public String toString() {
        return "VerifierState[" + bytes.length + " bytes]";
    }
}
