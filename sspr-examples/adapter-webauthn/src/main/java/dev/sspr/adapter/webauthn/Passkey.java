package dev.sspr.adapter.webauthn;

import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import dev.sspr.spi.Credential;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;

/**
 * What is kept of a passkey: the credential record of WebAuthn level 3 section 4, and which challenge it met last, so
 * that the same response is never good twice, also where a synced passkey does not count (R-WA-1, R-WA-7).
 */
final class Passkey {
    private static final byte VERSION = 1;
    private static final int BACKUP_ELIGIBLE = 1;
    private static final int BACKED_UP = 2;
    private static final int CHALLENGE_BYTES = 16;

    private final String id;
    private final byte[] credentialId;
    private final PasskeyAlgorithm algorithm;
    private final byte[] publicKey;
    private final int flags;
    private final long counter;
    private final byte[] lastChallenge;

    private Passkey(
            String id,
            byte[] credentialId,
            PasskeyAlgorithm algorithm,
            byte[] publicKey,
            int flags,
            long counter,
            byte[] lastChallenge) {
        this.id = id;
        this.credentialId = credentialId;
        this.algorithm = algorithm;
        this.publicKey = publicKey;
        this.flags = flags;
        this.counter = counter;
        this.lastChallenge = Arrays.copyOf(lastChallenge, CHALLENGE_BYTES);
    }

    static Passkey registered(
            String id,
            byte[] credentialId,
            PasskeyAlgorithm algorithm,
            byte[] publicKey,
            Sighting sighting,
            byte[] challenge) {
        return new Passkey(
                id,
                credentialId,
                algorithm,
                publicKey,
                flags(sighting.backupEligible(), sighting.backedUp()),
                sighting.counter(),
                challenge);
    }

    /** What an authenticator says of a passkey each time. */
    record Sighting(boolean backupEligible, boolean backedUp, long counter) {}

    /** After an assertion: backup eligibility never changes (R-WA-4). */
    Passkey seen(Sighting sighting, byte[] challenge) {
        return new Passkey(
                id,
                credentialId,
                algorithm,
                publicKey,
                flags((flags & BACKUP_ELIGIBLE) != 0, sighting.backedUp()),
                sighting.counter(),
                challenge);
    }

    private static int flags(boolean backupEligible, boolean backedUp) {
        return (backupEligible ? BACKUP_ELIGIBLE : 0) | (backedUp ? BACKED_UP : 0);
    }

    /** Empty for bytes of another version: such a passkey proves nothing here, and the others still do. */
    static Optional<Passkey> read(Credential credential) {
        try {
            ByteBuffer in = ByteBuffer.wrap(credential.data());
            if (in.get() != VERSION) {
                return Optional.empty();
            }
            int flags = in.get();
            long counter = Integer.toUnsignedLong(in.getInt());
            byte[] lastChallenge = new byte[CHALLENGE_BYTES];
            in.get(lastChallenge);
            byte[] credentialId = new byte[Short.toUnsignedInt(in.getShort())];
            in.get(credentialId);
            Optional<PasskeyAlgorithm> algorithm = PasskeyAlgorithm.of(in.getInt());
            byte[] key = new byte[in.remaining()];
            in.get(key);
            return algorithm.map(
                    one -> new Passkey(credential.id(), credentialId, one, key, flags, counter, lastChallenge));
        } catch (BufferUnderflowException e) {
            return Optional.empty();
        }
    }

    /** The bytes to keep: 1023 of id and 4096 bits of key leave room below {@link Credential#MAX_BYTES}. */
    Credential credential() {
        ByteBuffer out = ByteBuffer.allocate(12 + CHALLENGE_BYTES + credentialId.length + publicKey.length);
        out.put(VERSION).put((byte) flags).putInt((int) counter).put(lastChallenge);
        out.putShort((short) credentialId.length).put(credentialId);
        out.putInt(algorithm.cose()).put(publicKey);
        return Credential.of(id, out.array());
    }

    String id() {
        return id;
    }

    byte[] credentialId() {
        return credentialId.clone();
    }

    boolean is(byte[] otherCredentialId) {
        return Arrays.equals(credentialId, otherCredentialId);
    }

    boolean hasMet(byte[] challenge) {
        return Arrays.equals(lastChallenge, Arrays.copyOf(challenge, CHALLENGE_BYTES));
    }

    /** The same in the words of WebAuthn4J. */
    CredentialRecord record() throws GeneralSecurityException {
        return new CredentialRecordImpl(
                null,
                true,
                (flags & BACKUP_ELIGIBLE) != 0,
                (flags & BACKED_UP) != 0,
                counter,
                new AttestedCredentialData(AAGUID.ZERO, credentialId, algorithm.decode(publicKey)),
                null,
                null,
                null,
                null);
    }
}
