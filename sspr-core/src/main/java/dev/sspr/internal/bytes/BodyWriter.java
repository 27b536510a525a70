package dev.sspr.internal.bytes;

import dev.sspr.spi.Destination;
import dev.sspr.spi.Digest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Writes a state as flat bytes: numbers as they are, texts and lists with their length before them. */
public final class BodyWriter {
    /**
     * The minimum size of a body, and the step in which larger ones grow. Until its first proof, a flow of any account
     * whose ids have up to 36 characters has this size, so it looks like a decoy's (R-ENUM-2).
     */
    private static final int LEAST = 224;

    private static final int STEP = 64;

    private byte[] bytes = new byte[LEAST];
    private int size;

    /** One byte. */
    public BodyWriter octet(int value) {
        room(1);
        bytes[size++] = (byte) value;
        return this;
    }

    /** Eight bytes. */
    public BodyWriter number(long value) {
        room(8);
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes[size++] = (byte) (value >>> shift);
        }
        return this;
    }

    /** Milliseconds since 1970, in six bytes: enough until the year 10889. */
    public BodyWriter instant(Instant at) {
        room(6);
        long millis = at.toEpochMilli();
        for (int shift = 40; shift >= 0; shift -= 8) {
            bytes[size++] = (byte) (millis >>> shift);
        }
        return this;
    }

    /** 16 bytes. */
    public BodyWriter digest(Digest digest) {
        return number(digest.high()).number(digest.low());
    }

    /** UTF-8 of at most 1024 bytes, its length in two. */
    public BodyWriter text(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Bytes, their length in two. */
    public BodyWriter bytes(byte[] part) {
        octet(part.length >>> 8).octet(part.length);
        room(part.length);
        System.arraycopy(part, 0, bytes, size, part.length);
        size += part.length;
        return this;
    }

    /** An address with its id and channel. */
    public BodyWriter destination(Destination to) {
        return text(to.id()).text(to.channel().name()).text(to.address());
    }

    /** One byte that says whether there is a value, then the value. */
    public <T> BodyWriter optional(Optional<T> value, BiConsumer<BodyWriter, T> how) {
        octet(value.isPresent() ? 1 : 0);
        value.ifPresent(present -> how.accept(this, present));
        return this;
    }

    /** One byte for the number of values, then each value. */
    public <T> BodyWriter list(Collection<T> values, BiConsumer<BodyWriter, T> how) {
        octet(values.size());
        values.forEach(value -> how.accept(this, value));
        return this;
    }

    /** Returns the bytes, padded with zeros so that their number reveals little. */
    public byte[] padded() {
        return padded(LEAST);
    }

    /** Returns the bytes, padded with zeros to a least number. */
    public byte[] padded(int least) {
        int steps = Math.max(0, (size - least + STEP - 1) / STEP);
        int length = least + steps * STEP;
        return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
        }
    }
}
