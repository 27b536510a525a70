package dev.sspr.internal.verify;

import dev.sspr.spi.Digest;
import dev.sspr.spi.Enrolment;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 over parts. All parts but the last have a fixed length, so that two lists never have the same input. */
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

    /** Returns the digest that binds a state to one enrolment of one account (K2). */
    static Digest tie(Enrolment enrolment) {
        return Digest.of(of(enrolment.id().bytes(), enrolment.user().value().getBytes(StandardCharsets.UTF_8)));
    }
}
