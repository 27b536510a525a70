package dev.sspr.internal.secret;

import dev.sspr.spi.Digest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals with AES-256-GCM under one derived key: one byte of key id, 12 of random nonce, ciphertext, 16 of tag. The
 * flow's id and purpose are associated data, so a body opens only for the flow that it was sealed for (R-TOK-10).
 */
final class Sealer {
    static final int NONCE = 12;
    static final int OVERHEAD = 1 + NONCE + 16;

    private final byte keyId;
    private final SecretKeySpec key;
    private final RandomSource random;
    private final ThreadLocal<Cipher> ciphers = ThreadLocal.withInitial(Sealer::gcm);

    Sealer(byte keyId, byte[] key, RandomSource random) {
        this.keyId = keyId;
        this.key = new SecretKeySpec(key, "AES");
        this.random = random;
    }

    private static Cipher gcm() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no AES-GCM", e);
        }
    }

    byte[] seal(Digest id, String purpose, byte[] plain) {
        byte[] sealed = new byte[plain.length + OVERHEAD];
        sealed[0] = keyId;
        random.fill(sealed, 1, NONCE);
        try {
            Cipher cipher = ready(Cipher.ENCRYPT_MODE, sealed, id, purpose);
            cipher.doFinal(plain, 0, plain.length, sealed, 1 + NONCE);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM did not seal", e);
        }
    }

    /** Opens a body; empty if this key did not seal it for this flow. All failures have the same outcome. */
    Optional<byte[]> open(Digest id, String purpose, byte[] sealed) {
        if (sealed.length < OVERHEAD || sealed[0] != keyId) {
            return Optional.empty();
        }
        try {
            Cipher cipher = ready(Cipher.DECRYPT_MODE, sealed, id, purpose);
            return Optional.of(cipher.doFinal(sealed, 1 + NONCE, sealed.length - 1 - NONCE));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM did not open", e);
        }
    }

    /** Prepares a cipher with the nonce of a sealed body. */
    private Cipher ready(int mode, byte[] sealed, Digest id, String purpose) throws GeneralSecurityException {
        Cipher cipher = ciphers.get();
        cipher.init(mode, key, new GCMParameterSpec(128, sealed, 1, NONCE));
        byte[] name = purpose.getBytes(StandardCharsets.UTF_8);
        cipher.updateAAD(ByteBuffer.allocate(Digest.BYTES + name.length)
                .putLong(id.high())
                .putLong(id.low())
                .put(name)
                .array());
        return cipher;
    }
}
