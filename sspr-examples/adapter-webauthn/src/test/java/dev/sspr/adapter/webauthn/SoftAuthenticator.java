package dev.sspr.adapter.webauthn;

import dev.sspr.spi.Prompt;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** An authenticator with one passkey, and the browser before it; both do as they are told, also wrong things. */
final class SoftAuthenticator {
    static final int UP = 0x01;
    static final int UV = 0x04;
    static final int BE = 0x08;
    static final int BS = 0x10;

    /** RSA keys take seconds to make. */
    private static final ConcurrentMap<Integer, KeyPair> RSA = new ConcurrentHashMap<>();

    private static final AtomicInteger IDS = new AtomicInteger();

    final int algorithm;
    final KeyPair keys;
    byte[] credentialId = new byte[16];
    Map<Object, Object> publicKey;
    int flags = UP | UV;
    /** What the next assertion says; 0 stays 0, as with a synced passkey. */
    long counter;
    /** Whose it is, from the options it was made with. */
    byte[] userHandle = {};

    private SoftAuthenticator(int algorithm, KeyPair keys, Map<Object, Object> publicKey) {
        this.algorithm = algorithm;
        this.keys = keys;
        this.publicKey = publicKey;
        new Random(IDS.incrementAndGet()).nextBytes(credentialId);
    }

    static SoftAuthenticator es256() {
        return of(-7);
    }

    /** A passkey of an algorithm, with the usual key for it. */
    static SoftAuthenticator of(int algorithm) {
        return switch (algorithm) {
            case -8 -> of(-8, "Ed25519", 255);
            case -7 -> of(-7, "EC", 256);
            case -35 -> of(-35, "EC", 384);
            case -36 -> of(-36, "EC", 521);
            default -> of(algorithm, "RSA", 2048);
        };
    }

    static SoftAuthenticator of(int algorithm, String family, int bits) {
        KeyPair keys = family.equals("RSA")
                ? RSA.computeIfAbsent(bits, ignored -> generate(family, bits))
                : generate(family, bits);
        return new SoftAuthenticator(algorithm, keys, cose(algorithm, keys));
    }

    /** One that shows an RSA key of a length, and cannot sign with it. */
    static SoftAuthenticator showingRsa(int bits) {
        SoftAuthenticator one = of(-257);
        BigInteger modulus = BigInteger.ONE.shiftLeft(bits - 1).setBit(0);
        one.publicKey.put(-1, unsigned(modulus, (bits + 7) / 8));
        return one;
    }

    private static KeyPair generate(String family, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(family);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    SoftAuthenticator flags(int flags) {
        this.flags = flags;
        return this;
    }

    SoftAuthenticator counter(long counter) {
        this.counter = counter;
        return this;
    }

    Ceremony create(Prompt options) {
        return Ceremony.creating(this, options);
    }

    Ceremony get(Prompt options) {
        return Ceremony.getting(this, options);
    }

    byte[] sign(byte[] data) {
        try {
            Signature signature = Signature.getInstance(
                    switch (algorithm) {
                        case -8 -> "Ed25519";
                        case -7 -> "SHA256withECDSA";
                        case -35 -> "SHA384withECDSA";
                        case -36 -> "SHA512withECDSA";
                        default -> "SHA256withRSA";
                    });
            signature.initSign(keys.getPrivate());
            signature.update(data);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<Object, Object> cose(int algorithm, KeyPair keys) {
        Map<Object, Object> cose = new LinkedHashMap<>();
        if (keys.getPublic() instanceof ECPublicKey ec) {
            int size = (ec.getParams().getCurve().getField().getFieldSize() + 7) / 8;
            cose.put(1, 2);
            cose.put(3, algorithm);
            cose.put(-1, size == 32 ? 1 : size == 48 ? 2 : 3);
            cose.put(-2, unsigned(ec.getW().getAffineX(), size));
            cose.put(-3, unsigned(ec.getW().getAffineY(), size));
        } else if (keys.getPublic() instanceof RSAPublicKey rsa) {
            cose.put(1, 3);
            cose.put(3, algorithm);
            cose.put(-1, unsigned(rsa.getModulus(), (rsa.getModulus().bitLength() + 7) / 8));
            cose.put(
                    -2,
                    unsigned(rsa.getPublicExponent(), (rsa.getPublicExponent().bitLength() + 7) / 8));
        } else {
            byte[] point = ((EdECPublicKey) keys.getPublic()).getEncoded();
            int size = point.length > 50 ? 57 : 32;
            cose.put(1, 1);
            cose.put(3, algorithm);
            cose.put(-1, size == 57 ? 7 : 6);
            cose.put(-2, Arrays.copyOfRange(point, point.length - size, point.length));
        }
        return cose;
    }

    static byte[] unsigned(BigInteger number, int size) {
        byte[] bytes = number.toByteArray();
        byte[] out = new byte[size];
        int length = Math.min(bytes.length, size);
        System.arraycopy(bytes, bytes.length - length, out, size - length, length);
        return out;
    }
}
