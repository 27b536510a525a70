package dev.sspr.adapter.breached;

import dev.sspr.spi.Secret;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash by which breached passwords are published. */
final class Sha1 {
    private Sha1() {}

    /** The 20 bytes of a password's UTF-8. */
    static byte[] of(Secret password) {
        return password.exposeTo(chars -> {
            ByteBuffer utf8 = StandardCharsets.UTF_8.encode(CharBuffer.wrap(chars));
            try {
                MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
                sha1.update(utf8);
                return sha1.digest();
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-1", e);
            } finally {
                for (utf8.clear(); utf8.hasRemaining(); ) {
                    utf8.put((byte) 0);
                }
            }
        });
    }

    /** The value of a hexadecimal digit of either case, or -1. */
    static int digit(int character) {
        if (character >= '0' && character <= '9') {
            return character - '0';
        }
        int lower = character | 0x20;
        return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    }
}
