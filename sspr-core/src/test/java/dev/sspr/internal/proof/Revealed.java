package dev.sspr.internal.proof;

import dev.sspr.flow.FlowHandle;
import dev.sspr.spi.Digest;
import dev.sspr.spi.Memo;
import dev.sspr.spi.SealedBody;
import dev.sspr.spi.Secret;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** All that is in a value, hidden or not, as one text to search. */
final class Revealed {
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder printed = new StringBuilder();

    private Revealed() {}

    /** What is in it. */
    static String contentOf(Object value) {
        Revealed one = new Revealed();
        one.add(value);
        return one.text.toString();
    }

    /** What it and each of its parts prints of itself. */
    static String printedBy(Object value) {
        Revealed one = new Revealed();
        one.add(value);
        return one.printed.toString();
    }

    private void add(Object value) {
        if (value == null) {
            return;
        }
        if (value.getClass().getPackageName().startsWith("dev.sspr")) {
            printed.append(value).append('\n');
        }
        if (value instanceof Secret secret) {
            secret.exposeTo(text::append);
        } else if (value instanceof FlowHandle handle) {
            text.append(handle.expose());
        } else if (value instanceof SealedBody body) {
            bytes(body.bytes());
        } else if (value instanceof Memo memo) {
            bytes(memo.bytes());
        } else if (value instanceof Digest digest) {
            bytes(digest.bytes());
            text.append(digest.hex());
        } else if (value instanceof Optional<?> optional) {
            optional.ifPresent(this::add);
        } else if (value instanceof Iterable<?> many) {
            many.forEach(this::add);
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, one) -> {
                add(key);
                add(one);
            });
        } else if (value instanceof Record record) {
            for (RecordComponent part : record.getClass().getRecordComponents()) {
                try {
                    part.getAccessor().setAccessible(true);
                    add(part.getAccessor().invoke(record));
                } catch (ReflectiveOperationException e) {
                    throw new LinkageError("a part of a record", e);
                }
            }
        } else {
            text.append(value);
        }
        text.append('\n');
    }

    private void bytes(byte[] bytes) {
        text.append(new String(bytes, StandardCharsets.ISO_8859_1));
        text.append(new String(bytes, StandardCharsets.UTF_16BE));
        text.append(new String(bytes, StandardCharsets.UTF_16LE));
    }
}
