package dev.sspr.spi;

import java.util.Arrays;

/**
 * A credential that a verifier made at an enrolment: a public key, a seed, or hashes. Only its verifier can read it;
 * the engine seals it before storing it.
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
     * Makes a credential.
     *
     * @param id the engine's key of the credential within the account, 1 to 64 characters
     * @param data 0 to {@link #MAX_BYTES} bytes, copied
     * @return the credential
     * @throws IllegalArgumentException if the id or the data is not of the stated form
     */
    public static Credential of(String id, byte[] data) {
        return new Credential(id, data.clone());
    }

    /**
     * The engine's key of this credential within the account.
     *
     * @return 1 to 64 characters
     */
    public String id() {
        return id;
    }

    /**
     * The verifier's data.
     *
     * @return a copy; a caller that reads a seed must wipe its copy
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

    /** Shows the id only. */
    @Override
    public String toString() {
        return "Credential[" + id + "]";
    }
}
