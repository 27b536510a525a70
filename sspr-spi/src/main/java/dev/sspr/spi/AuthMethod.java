package dev.sspr.spi;

import java.util.Objects;
import java.util.Optional;

/**
 * One authentication method that an account holds, as its verifier describes it. It carries no secret.
 *
 * @param kind the verifier's kind
 * @param id the verifier's stable key of this method within the account, 1 to 64 characters; it changes when the
 *     address or the secret behind it changes
 * @param endpoint the mailbox, line or device that it reaches, equal for two methods that reach the same one: two proofs
 *     through one endpoint count once (R-FLOW-3); 1 to 300 characters
 * @param label what its owner may be shown after a first proof; masked, 1 to 64 characters
 * @param destination where messages go, if this kind sends any
 */
public record AuthMethod(MethodKind kind, String id, String endpoint, String label, Optional<Destination> destination) {
    /** The most characters an id can have. */
    public static final int MAX_ID_LENGTH = 64;

    /**
     * Checks the parts.
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

    /** The kind and the id. */
    @Override
    public String toString() {
        return "AuthMethod[" + kind.value() + ", " + id + "]";
    }
}
