package dev.sspr.spi;

import java.util.Arrays;

/** State that a verifier needs again for the response. The engine keeps it sealed in the flow. */
public final class VerifierState {
    /** The most bytes of a state. */
    public static final int MAX_BYTES = 256;
    /** The empty state. */
    public static final VerifierState EMPTY = new VerifierState(new byte[0]);

    private final byte[] bytes;

    private VerifierState(byte[] owned) {
        this.bytes = owned;
    }

    /**
     * Copies bytes.
     *
     * @param bytes 0 to {@link #MAX_BYTES} bytes
     * @return a state with its own copy
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
     * Returns the bytes.
     *
     * @return a copy
     */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierState that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Shows the size only. */
    @Override
    public String toString() {
        return "VerifierState[" + bytes.length + " bytes]";
    }
}
