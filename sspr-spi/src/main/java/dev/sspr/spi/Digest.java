package dev.sspr.spi;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * 128 bits of a keyed digest or of randomness, made by the engine. Stores use it as a key instead of a name.
 *
 * @param high the first eight bytes, big-endian
 * @param low the last eight bytes, big-endian
 */
public record Digest(long high, long low) {
    /** How many bytes a digest has. */
    public static final int BYTES = 16;

    /**
     * Reads the first 16 bytes.
     *
     * @param bytes at least 16 bytes
     * @return their digest
     * @throws java.nio.BufferUnderflowException if there are fewer than 16
     */
    public static Digest of(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new Digest(buffer.getLong(), buffer.getLong());
    }

    /**
     * Returns the 16 bytes, for a binary column.
     *
     * @return a new array
     */
    public byte[] bytes() {
        return ByteBuffer.allocate(BYTES).putLong(high).putLong(low).array();
    }

    /**
     * Returns the 32 hexadecimal digits, for a text key.
     *
     * @return lower-case hexadecimal
     */
    public String hex() {
        return HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
    }

    /** Shows the hexadecimal form: a digest is no secret. */
    @Override
    public String toString() {
        return hex();
    }
}
