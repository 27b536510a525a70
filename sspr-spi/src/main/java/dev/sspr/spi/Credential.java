package dev.sspr.spi;

import java.util.Arrays;

/**
 * What a verifier made of an enrolment: a public key, a seed, hashes. Its verifier alone can read it; the engine seals it
 * before it reaches a store.
 */
public final class Credential {
    /** The most bytes a credential can have. */
    public static final int MAX_BYTES = 2048;

    private final String id;
    private final byte[] data;

    private Credential(String id, byte[] data) {
        Text.opaque("credential id", id, AuthMethod.MAX_ID_LENGTH);
        if (data.length > MAX_BYTES) {
            throw new IllegalArgumentException(
                    "a credential has at most " + MAX_BYTES + " bytes, this has " + data.length);
        }
        this.id = id;
        this.data = data;
    }

    /**
     * A credential.
     *
     * @param id the engine's key of it within the account, 1 to 64 characters
     * @param data 0 to {@link #MAX_BYTES} bytes, copied
     * @return the credential
     * @throws IllegalArgumentException if the id or the data is not of the stated form
     */
    public static Credential of(String id, byte[] data) {
        return new Credential(id, data.clone());
    }

    /**
     * The engine's key of it within the account.
     *
     * @return 1 to 64 characters
     */
    public String id() {
        return id;
    }

    /**
     * What the verifier made.
     *
     * @return a copy; whoever asks for a seed's copy wipes it
     */
    public byte[] data() {
        return data.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Credential that && id.equals(that.id) && Arrays.equals(data, that.data);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** The id only. */
    @Override
    public String toString() {
        return "Credential[" + id + "]";
    }
}
