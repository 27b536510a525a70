package dev.sspr.adapter.webauthn;

import com.webauthn4j.data.attestation.authenticator.COSEKey;
import com.webauthn4j.data.attestation.authenticator.Curve;
import com.webauthn4j.data.attestation.authenticator.EC2COSEKey;
import com.webauthn4j.data.attestation.authenticator.EdDSACOSEKey;
import com.webauthn4j.data.attestation.authenticator.RSACOSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Optional;

/**
 * How a passkey signs: an algorithm of the IANA COSE registry, with the curve that WebAuthn level 3 section 5.8.5 ties
 * to it.
 */
public enum PasskeyAlgorithm {
    /** Ed25519, as EdDSA (RFC 8032). */
    EDDSA(-8, "Ed25519"),
    /** ECDSA with SHA-256 on P-256: what nearly every authenticator has. */
    ES256(-7, "EC"),
    /** ECDSA with SHA-384 on P-384. */
    ES384(-35, "EC"),
    /** ECDSA with SHA-512 on P-521. */
    ES512(-36, "EC"),
    /** RSASSA-PKCS1-v1_5 with SHA-256, 2048 to 4096 bits: the TPM of many Windows machines has nothing else. */
    RS256(-257, "RSA");

    /** Less is worth fewer than 112 bits (NIST SP 800-57 part 1 table 2). */
    private static final int MIN_RSA_BITS = 2048;
    /** More only slows the verifier down. */
    private static final int MAX_RSA_BITS = 4096;

    private final int cose;
    private final String family;

    PasskeyAlgorithm(int cose, String family) {
        this.cose = cose;
        this.family = family;
    }

    /**
     * The algorithm's number.
     *
     * @return as the IANA registry has it, below 0
     */
    public int cose() {
        return cose;
    }

    COSEAlgorithmIdentifier identifier() {
        return COSEAlgorithmIdentifier.create(cose);
    }

    static Optional<PasskeyAlgorithm> of(long cose) {
        for (PasskeyAlgorithm one : values()) {
            if (one.cose == cose) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    /** Whether a key of this algorithm is strong enough to be relied on. */
    boolean accepts(PublicKey key) {
        if (this == RS256) {
            return key instanceof RSAPublicKey rsa
                    && rsa.getModulus().bitLength() >= MIN_RSA_BITS
                    && rsa.getModulus().bitLength() <= MAX_RSA_BITS
                    && isSound(rsa.getPublicExponent());
        }
        if (this == EDDSA) {
            return key instanceof EdECPublicKey ed && ed.getParams().getName().equals("Ed25519");
        }
        return key instanceof ECPublicKey ec && EC2COSEKey.create(ec).getCurve() == curve();
    }

    /** With an exponent of 1 everybody can sign; authenticators use F4 and nothing else. */
    private static boolean isSound(BigInteger exponent) {
        return exponent.equals(RSAKeyGenParameterSpec.F4);
    }

    private Curve curve() {
        return this == ES256 ? Curve.SECP256R1 : this == ES384 ? Curve.SECP384R1 : Curve.SECP521R1;
    }

    COSEKey decode(byte[] encoded) throws GeneralSecurityException {
        PublicKey key = KeyFactory.getInstance(family).generatePublic(new X509EncodedKeySpec(encoded));
        return switch (this) {
            case EDDSA -> EdDSACOSEKey.create((EdECPublicKey) key, identifier());
            case RS256 -> RSACOSEKey.create((RSAPublicKey) key, identifier());
            default -> EC2COSEKey.create((ECPublicKey) key, identifier());
        };
    }
}
