package dev.sspr.spi.memory;

import dev.sspr.spi.Secret;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** A stored password of the user store twin: PBKDF2 with HMAC-SHA-256 (R-HASH-2) over a salt of 16 bytes (R-HASH-4). */
final class PasswordHash {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;

    private final int iterations;
    private final byte[] salt;
    private final byte[] hash;

    private PasswordHash(int iterations, byte[] salt, byte[] hash) {
        this.iterations = iterations;
        this.salt = salt;
        this.hash = hash;
    }

    static PasswordHash of(Secret password, int iterations) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return new PasswordHash(iterations, salt, derive(password, salt, iterations));
    }

    /** Makes the hash of a random password that is not kept. */
    static PasswordHash ofRandomPassword(int iterations) {
        byte[] salt = new byte[SALT_BYTES];
        byte[] hash = new byte[HASH_BITS / Byte.SIZE];
        RANDOM.nextBytes(salt);
        RANDOM.nextBytes(hash);
        return new PasswordHash(iterations, salt, hash);
    }

    boolean matches(Secret password) {
        return MessageDigest.isEqual(hash, derive(password, salt, iterations));
    }

    private static byte[] derive(Secret password, byte[] salt, int iterations) {
        return password.exposeTo(chars -> {
            PBEKeySpec spec = new PBEKeySpec(chars, salt, iterations, HASH_BITS);
            try {
                return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                        .generateSecret(spec)
                        .getEncoded();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("this Java has no PBKDF2WithHmacSHA256", e);
            } finally {
                spec.clearPassword();
            }
        });
    }

    @Override
    public String toString() {
        HexFormat hex = HexFormat.of();
        return "pbkdf2-sha256$" + iterations + "$" + hex.formatHex(salt) + "$" + hex.formatHex(hash);
    }
}
