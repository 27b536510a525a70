package dev.sspr.internal.secret;

import dev.sspr.spi.Digest;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA-256 under one derived key (RFC 2104). Each thread keeps a keyed instance, because keying costs as much as a
 * digest.
 */
public final class KeyedDigest {
    private static final String HMAC = "HmacSHA256";

    private final ThreadLocal<Mac> macs;

    KeyedDigest(byte[] key) {
        SecretKeySpec spec = new SecretKeySpec(key, HMAC);
        this.macs = ThreadLocal.withInitial(() -> keyed(spec));
    }

    private static Mac keyed(SecretKeySpec key) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no " + HMAC, e);
        }
    }

    /** Returns all 32 bytes of the digest; the input is wiped. */
    public byte[] full(DigestInput digestInput) {
        Mac mac = macs.get();
        mac.update(digestInput.array(), 0, digestInput.size());
        digestInput.wipe();
        return mac.doFinal();
    }

    /** Returns the first 128 bits of the digest (RFC 2104 section 5 allows half); the input is wiped. */
    public Digest digest(DigestInput digestInput) {
        return Digest.of(full(digestInput));
    }

    /** Compares in constant time. */
    public static boolean same(Digest one, Digest other) {
        return ((one.high() ^ other.high()) | (one.low() ^ other.low())) == 0;
    }

    /** Compares in constant time. */
    public static boolean same(byte[] one, byte[] other) {
        return MessageDigest.isEqual(one, other);
    }
}
