package dev.sspr.password;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The cost of PBKDF2 (RFC 8018) by the provider that the JVM prefers. On a FIPS host that is the approved one.
 *
 * @param prf the function inside
 * @param iterations the number of its runs
 */
record Pbkdf2Cost(Prf prf, int iterations) implements HashScheme {
    /** About a second of SHA-256 (R-HASH-7). */
    static final int MOST_ITERATIONS = 5_000_000;

    /** The functions, each with the fewest iterations of the OWASP Password Storage cheat sheet. */
    enum Prf {
        /** Read for migration only. */
        SHA1("PBKDF2WithHmacSHA1", "pbkdf2-sha1", 1_400_000),
        SHA256("PBKDF2WithHmacSHA256", "pbkdf2-sha256", 600_000),
        SHA512("PBKDF2WithHmacSHA512", "pbkdf2-sha512", 220_000);

        private final String algorithm;
        private final String scheme;
        private final int floor;

        Prf(String algorithm, String scheme, int floor) {
            this.algorithm = algorithm;
            this.scheme = scheme;
            this.floor = floor;
        }

        String scheme() {
            return scheme;
        }
    }

    /** Refuses a cost below OWASP's (R-HASH-2), or a cost that would stop a server. */
    Pbkdf2Cost strongEnough() {
        if (iterations < prf.floor || iterations > MOST_ITERATIONS) {
            throw new IllegalArgumentException(prf.scheme + " iterations must be " + prf.floor + " to "
                    + MOST_ITERATIONS + ", it is " + iterations);
        }
        return this;
    }

    @Override
    public int memory() {
        return 0;
    }

    @Override
    public String make(byte[] password, byte[] salt, Optional<Pepper> pepper) {
        byte[] tag = compute(password, salt, pepper, TAG_BYTES);
        return Pbkdf2Hash.text(this, pepper.map(Pepper::id), salt, tag);
    }

    byte[] compute(byte[] password, byte[] salt, Optional<Pepper> pepper, int length) {
        char[] chars = pepper.map(key -> mixed(key, password))
                .orElseGet(() -> characters(StandardCharsets.UTF_8.decode(ByteBuffer.wrap(password))));
        PBEKeySpec spec = new PBEKeySpec(chars, salt, iterations, 8 * length);
        try {
            return SecretKeyFactory.getInstance(prf.algorithm)
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this JVM has no " + prf.algorithm, missing);
        } finally {
            spec.clearPassword();
            Arrays.fill(chars, '\0');
        }
    }

    /** Returns HMAC-SHA-256 under the pepper, as ASCII: a password of full strength for any function. */
    private static char[] mixed(Pepper pepper, byte[] password) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(pepper.key(), "HmacSHA256"));
            byte[] ascii = Base64.getEncoder().withoutPadding().encode(mac.doFinal(password));
            return characters(StandardCharsets.US_ASCII.decode(ByteBuffer.wrap(ascii)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this JVM has no HmacSHA256", missing);
        }
    }

    private static char[] characters(CharBuffer decoded) {
        char[] chars = new char[decoded.remaining()];
        decoded.get(chars);
        Arrays.fill(decoded.array(), '\0');
        return chars;
    }
}
