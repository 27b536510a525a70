package dev.sspr.internal.secret;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HKDF-SHA-256 for outputs of 32 bytes (RFC 5869). JDK 17 has no HKDF. */
final class Hkdf {
    private Hkdf() {}

    /** Extracts with the empty salt and expands once: 32 bytes. */
    static byte[] derive(byte[] master, byte[] info) {
        byte[] first = new byte[info.length + 1];
        System.arraycopy(info, 0, first, 0, info.length);
        first[info.length] = 1;
        return hmac(hmac(new byte[32], master), first);
    }

    private static byte[] hmac(byte[] key, byte[] input) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no HmacSHA256", e);
        }
    }
}
