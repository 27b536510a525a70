package dev.sspr.adapter.webauthn;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** As much CBOR (RFC 8949) as an authenticator writes, in the order it is told to. */
final class Cbor {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private Cbor() {}

    static byte[] of(Object value) {
        Cbor cbor = new Cbor();
        cbor.write(value);
        return cbor.out.toByteArray();
    }

    private void write(Object value) {
        if (value instanceof Boolean truth) {
            out.write(truth ? 0xf5 : 0xf4);
        } else if (value instanceof Integer number) {
            head(number < 0 ? 1 : 0, number < 0 ? -1L - number : number);
        } else if (value instanceof byte[] bytes) {
            head(2, bytes.length);
            out.writeBytes(bytes);
        } else if (value instanceof String text) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            head(3, utf8.length);
            out.writeBytes(utf8);
        } else if (value instanceof Map<?, ?> map) {
            head(5, map.size());
            map.forEach((key, member) -> {
                write(key);
                write(member);
            });
        } else {
            throw new IllegalArgumentException("no CBOR for " + value.getClass());
        }
    }

    private void head(int major, long length) {
        if (length < 24) {
            out.write(major << 5 | (int) length);
        } else if (length < 0x100) {
            out.write(major << 5 | 24);
            out.write((int) length);
        } else if (length < 0x10000) {
            out.write(major << 5 | 25);
            out.write((int) (length >> 8));
            out.write((int) length);
        } else {
            out.write(major << 5 | 26);
            for (int shift = 24; shift >= 0; shift -= 8) {
                out.write((int) (length >> shift));
            }
        }
    }
}
