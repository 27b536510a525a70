package dev.sspr.adapter.webauthn;

import dev.sspr.spi.Challenge;
import dev.sspr.spi.Enrolment;
import dev.sspr.spi.UserId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Bytes that stand for what they were made of: SHA-256 over a label and each part with its length. A challenge takes its
 * 128 random bits from the engine's id (R-WA-1: at least 16 bytes), so asking again gives the same one.
 */
final class Binding {
    private final MessageDigest digest;

    private Binding(String label) {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
        with(label);
    }

    /** 32 bytes for the authenticator to sign at an enrolment. */
    static byte[] challenge(RelyingParty party, Enrolment enrolment) {
        return new Binding("sspr passkey enrolment 1")
                .with(party.rpId())
                .with(enrolment.id().bytes())
                .with(enrolment.user().value())
                .with(enrolment.issuedAt().toString())
                .with(enrolment.expiresAt().toString())
                .bytes();
    }

    /** 32 bytes for the authenticator to sign at a challenge. */
    static byte[] challenge(RelyingParty party, Challenge challenge) {
        return new Binding("sspr passkey challenge 1")
                .with(party.rpId())
                .with(challenge.id().bytes())
                .with(challenge.flow().digest().bytes())
                .with(challenge.purpose().name())
                .with(challenge.user().value())
                .with(challenge.generation().value())
                .with(challenge.kind().value())
                .with(challenge.methodId())
                .with(challenge.issuedAt().toString())
                .with(challenge.expiresAt().toString())
                .bytes();
    }

    /**
     * The user handle: 32 bytes that name the account on the authenticator without telling its id (WebAuthn level 3
     * section 14.6.1); whoever guesses an id can confirm the guess, which is why a {@link UserId} is no login name. A label
     * of its own keeps it apart from handles that the host gives out at its sign-in: an
     * authenticator replaces the passkey it holds for the same handle.
     */
    static byte[] userHandle(RelyingParty party, UserId user) {
        return new Binding("sspr passkey user 1")
                .with(party.rpId())
                .with(user.value())
                .bytes();
    }

    private Binding with(String part) {
        return with(part.getBytes(StandardCharsets.UTF_8));
    }

    private Binding with(byte[] part) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
        digest.update(part);
        return this;
    }

    private byte[] bytes() {
        return digest.digest();
    }
}
