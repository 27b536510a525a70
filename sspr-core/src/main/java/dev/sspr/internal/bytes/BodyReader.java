package dev.sspr.internal.bytes;

import dev.sspr.spi.Channel;
import dev.sspr.spi.Destination;
import dev.sspr.spi.Digest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads a body that {@link BodyWriter} wrote. */
public final class BodyReader {
    private final ByteBuffer bytes;

    /** Reads from the start. */
    public BodyReader(byte[] body) {
        this.bytes = ByteBuffer.wrap(body);
    }

    /** One byte, 0 to 255. */
    public int octet() {
        return bytes.get() & 0xff;
    }

    /** Eight bytes. */
    public long number() {
        return bytes.getLong();
    }

    /** Six bytes of milliseconds. */
    public Instant instant() {
        long high = bytes.getShort() & 0xffffL;
        return Instant.ofEpochMilli((high << 32) | (bytes.getInt() & 0xffffffffL));
    }

    /** 16 bytes. */
    public Digest digest() {
        return new Digest(number(), number());
    }

    /** A text. */
    public String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    /** Bytes. */
    public byte[] bytes() {
        byte[] part = new byte[bytes.getShort() & 0xffff];
        bytes.get(part);
        return part;
    }

    /** An address. */
    public Destination destination() {
        return new Destination(text(), Channel.valueOf(text()), text());
    }

    /** A value, if there is one. */
    public <T> Optional<T> optional(Function<BodyReader, T> how) {
        return octet() == 1 ? Optional.of(how.apply(this)) : Optional.empty();
    }

    /** A list. */
    public <T> List<T> list(Function<BodyReader, T> how) {
        int count = octet();
        List<T> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            values.add(how.apply(this));
        }
        return List.copyOf(values);
    }
}
