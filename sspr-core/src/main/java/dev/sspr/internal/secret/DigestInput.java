package dev.sspr.internal.secret;

import dev.sspr.spi.Digest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/**
 * The input of a keyed digest. Each part has its length before it or a fixed length, so that two lists of parts never
 * have the same input.
 */
public final class DigestInput {
    /** Room for a handle (107 bytes) and a usual challenge (about 135), the longest usual inputs. */
    private static final int ROOM = 144;

    private byte[] bytes = new byte[ROOM];
    private int size;

    /** Begins an input with its purpose. */
    public DigestInput(DigestLabel digestLabel) {
        bytes[size++] = digestLabel.code();
    }

    /** Adds a text in UTF-8, with its length before it. */
    public DigestInput with(String text) {
        return lengthThen(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds characters in UTF-16, with their length before them, and leaves no other copy. */
    public DigestInput with(char[] text) {
        room(4 + 2 * text.length);
        number(text.length, 4);
        for (char c : text) {
            number(c, 2);
        }
        return this;
    }

    /** Adds bytes, with their length before them. */
    public DigestInput with(byte[] part) {
        return lengthThen(part);
    }

    /** Adds 16 bytes. */
    public DigestInput with(Digest digest) {
        return with(digest.high()).with(digest.low());
    }

    /** Adds an instant, to the millisecond. */
    public DigestInput with(Instant at) {
        return with(at.toEpochMilli());
    }

    /** Adds eight bytes. */
    public DigestInput with(long value) {
        room(8);
        number(value, 8);
        return this;
    }

    byte[] array() {
        return bytes;
    }

    int size() {
        return size;
    }

    void wipe() {
        Arrays.fill(bytes, 0, size, (byte) 0);
    }

    private DigestInput lengthThen(byte[] part) {
        room(4 + part.length);
        number(part.length, 4);
        System.arraycopy(part, 0, bytes, size, part.length);
        size += part.length;
        return this;
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            byte[] old = bytes;
            bytes = Arrays.copyOf(old, Math.max(size + more, 2 * old.length));
            Arrays.fill(old, (byte) 0);
        }
    }

    private void number(long value, int width) {
        for (int shift = 8 * (width - 1); shift >= 0; shift -= 8) {
            bytes[size++] = (byte) (value >>> shift);
        }
    }
}
