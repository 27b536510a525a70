package dev.sspr.password;

import dev.sspr.spi.Secret;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** Lends the UTF-8 bytes of a password. They are made without a string and wiped afterwards. */
final class PasswordBytes {
    private PasswordBytes() {}

    /**
     * Lends the bytes. The result is empty if there are no bytes, too many, or a NUL. A NUL ends a password early in
     * bcrypt, and changes nothing at the end of an HMAC key.
     */
    static <T> Optional<T> lend(Secret password, Function<byte[], T> work) {
        if (password.length() == 0 || password.length() > PasswordHasher.MAX_PASSWORD_BYTES) {
            return Optional.empty();
        }
        return password.exposeTo(chars -> {
            ByteBuffer buffer = ByteBuffer.allocate(3 * chars.length);
            byte[] bytes = new byte[0];
            try {
                var encoder = StandardCharsets.UTF_8.newEncoder();
                if (encoder.encode(CharBuffer.wrap(chars), buffer, true).isError()) {
                    return Optional.empty();
                }
                encoder.flush(buffer);
                bytes = Arrays.copyOf(buffer.array(), buffer.position());
                boolean sound = bytes.length <= PasswordHasher.MAX_PASSWORD_BYTES && !hasNul(bytes);
                return sound ? Optional.of(work.apply(bytes)) : Optional.empty();
            } finally {
                Arrays.fill(buffer.array(), (byte) 0);
                Arrays.fill(bytes, (byte) 0);
            }
        });
    }

    private static boolean hasNul(byte[] bytes) {
        boolean found = false;
        for (byte one : bytes) {
            found |= one == 0;
        }
        return found;
    }
}
