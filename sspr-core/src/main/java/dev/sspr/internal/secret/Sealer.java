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
 * Seals with AES-256-GCM under one derived key. Associated data is what the body belongs to: id, version and purpose, and
 * the two key ids in front. A body opens only for the flow or account, the purpose and the version that it was sealed
 * for (R-TOK-10, F2-S10).
 *
 * <p>The form now: one byte with the oldest key that the body needs, one with the key that sealed it, 12 of random
 * nonce, ciphertext, 16 of tag. The form before had one key id and bound no version; it has a derived key of its own,
 * so that no body of one form opens as the other.
 */
final class Sealer {
    static final int NONCE = 12;
    private static final int TAG = 16;

    private final byte keyId;
    private final SecretKeySpec key;
    private final SecretKeySpec before;
    private final RandomSource random;
    private final ThreadLocal<Cipher> ciphers = ThreadLocal.withInitial(Sealer::gcm);

    /** What a body belongs to. */
    record Bound(Digest id, long version, String purpose) {
        byte[] bytes(byte oldest, byte sealing) {
            byte[] name = purpose.getBytes(StandardCharsets.UTF_8);
            return ByteBuffer.allocate(Digest.BYTES + Long.BYTES + 2 + name.length)
                    .putLong(id.high())
                    .putLong(id.low())
                    .putLong(version)
                    .put(oldest)
                    .put(sealing)
                    .put(name)
                    .array();
        }

        byte[] bytesBefore() {
            byte[] name = purpose.getBytes(StandardCharsets.UTF_8);
            return ByteBuffer.allocate(Digest.BYTES + name.length)
                    .putLong(id.high())
                    .putLong(id.low())
                    .put(name)
                    .array();
        }
    }

    Sealer(byte keyId, byte[] key, byte[] before, RandomSource random) {
        this.keyId = keyId;
        this.key = new SecretKeySpec(key, "AES");
        this.before = new SecretKeySpec(before, "AES");
        this.random = random;
    }

    byte keyId() {
        return keyId;
    }

    private static Cipher gcm() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no AES-GCM", e);
        }
    }

    /** Seals; {@code oldest} is the id of the oldest key that the content needs. */
    byte[] seal(Bound bound, byte oldest, byte[] plain) {
        byte[] sealed = new byte[2 + NONCE + plain.length + TAG];
        sealed[0] = oldest;
        sealed[1] = keyId;
        random.fill(sealed, 2, NONCE);
        try {
            Cipher cipher = ciphers.get();
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(8 * TAG, sealed, 2, NONCE));
            cipher.updateAAD(bound.bytes(oldest, keyId));
            cipher.doFinal(plain, 0, plain.length, sealed, 2 + NONCE);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM did not seal", e);
        }
    }

    /** Opens a body; empty if this key did not seal it for this. All failures have the same outcome. */
    Optional<byte[]> open(Bound bound, byte[] sealed) {
        return sealed.length < 2 + NONCE + TAG || sealed[1] != keyId
                ? Optional.empty()
                : opened(key, bound.bytes(sealed[0], keyId), sealed, 2);
    }

    /** Opens a body of the form before, which binds no version. */
    Optional<byte[]> openBefore(Bound bound, byte[] sealed) {
        return sealed.length < 1 + NONCE + TAG || sealed[0] != keyId
                ? Optional.empty()
                : opened(before, bound.bytesBefore(), sealed, 1);
    }

    private Optional<byte[]> opened(SecretKeySpec with, byte[] associated, byte[] sealed, int at) {
        try {
            Cipher cipher = ciphers.get();
            cipher.init(Cipher.DECRYPT_MODE, with, new GCMParameterSpec(8 * TAG, sealed, at, NONCE));
            cipher.updateAAD(associated);
            return Optional.of(cipher.doFinal(sealed, at + NONCE, sealed.length - at - NONCE));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM did not open", e);
        }
    }
}
