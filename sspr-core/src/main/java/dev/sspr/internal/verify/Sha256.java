package dev.sspr.internal.verify;

import dev.sspr.spi.Digest;
import dev.sspr.spi.Enrolment;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 over parts of which all but the last have a fixed length, so that no two lists read alike. */
final class Sha256 {
    private Sha256() {}

    static byte[] of(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }

    /** What ties a memo to one enrolment of one account (K2). */
    static Digest tie(Enrolment enrolment) {
        return Digest.of(of(enrolment.id().bytes(), enrolment.user().value().getBytes(StandardCharsets.UTF_8)));
    }
}
