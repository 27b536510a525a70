package dev.sspr.spi;

import java.util.Objects;
import java.util.Optional;

/**
 * One authentication method of an account, as its verifier describes it. It contains no secret.
 *
 * @param kind the kind of the verifier
 * @param id the verifier's stable key of this method within the account, 1 to 64 characters; it changes when the
 *     address or the secret behind it changes
 * @param endpoint the mailbox, line or device behind the method, 1 to 300 characters. Two methods that reach the same
 *     one have equal endpoints: two proofs through one endpoint count once (R-FLOW-3)
 * @param label the masked text that the user may see after a first proof, 1 to 64 characters
 * @param destination the destination of its messages, if this kind sends any
 */
public record AuthMethod(MethodKind kind, String id, String endpoint, String label, Optional<Destination> destination) {
    /** The most characters an id can have. */
    public static final int MAX_ID_LENGTH = 64;

    /**
     * Checks the texts.
     *
     * @throws IllegalArgumentException if a text is empty, too long or has control characters
     */
    public AuthMethod {
        Objects.requireNonNull(kind, "kind");
        Text.opaque("method id", id, MAX_ID_LENGTH);
        Text.opaque("endpoint", endpoint, 300);
        Text.opaque("label", label, 64);
        Objects.requireNonNull(destination, "destination");
    }

    /** Shows the kind and the id only. */
    @Override
    public String toString() {
        return "AuthMethod[" + kind.value() + ", " + id + "]";
    }
}
