package dev.sspr.spi;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * A flow's state, or an account's security info, as the engine sealed it. Its bytes are opaque to a store, except the
 * first: it is the id of the oldest key that the body needs.
 */
public final class SealedBody {
    /** The most bytes of a body: the security info of one account, with every kind of method at its limit. */
    public static final int MAX_BYTES = 16_384;

    private final byte[] bytes;

    private SealedBody(byte[] owned) {
        this.bytes = owned;
    }

    /**
     * Copies bytes.
     *
     * @param bytes 0 to {@link #MAX_BYTES} bytes
     * @return a body with its own copy
     * @throws IllegalArgumentException if there are more
     */
    public static SealedBody of(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw new IllegalArgumentException("a body has at most " + MAX_BYTES + " bytes, this has " + bytes.length);
        }
        return new SealedBody(bytes.clone());
    }

    /**
     * Returns the bytes, to store or to open.
     *
     * @return a copy
     */
    public byte[] bytes() {
        return bytes.clone();
    }

    /**
     * The number of bytes.
     *
     * @return the number of bytes
     */
    public int size() {
        return bytes.length;
    }

    /**
     * Returns the id of the oldest key that the body needs, for a store that lists bodies by key ({@link SealingKeys}).
     *
     * @return the first byte, 0 to 255; empty if there are no bytes
     */
    public OptionalInt key() {
        return bytes.length == 0 ? OptionalInt.empty() : OptionalInt.of(Byte.toUnsignedInt(bytes[0]));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SealedBody body && Arrays.equals(bytes, body.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Shows the size only. */
    @Override
    public String toString() {
        return "SealedBody[" + bytes.length + " bytes]";
    }
}
