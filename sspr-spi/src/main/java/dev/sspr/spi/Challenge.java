package dev.sspr.spi;

import java.time.Instant;
import java.util.Objects;

/**
 * A challenge to one method of one account in one flow. A verifier must bind its code or assertion to all fields
 * (R-TOK-4).
 *
 * @param id 128 random bits, new for each challenge
 * @param flow the flow that sends the challenge
 * @param purpose the purpose of the flow
 * @param user the account; for a decoy, an id that no account has
 * @param generation the account's generation when the flow identified it
 * @param kind the kind of the method
 * @param methodId the id of the method
 * @param issuedAt the time of issue, whole milliseconds
 * @param expiresAt the time from which no response is accepted, whole milliseconds
 */
public record Challenge(
        Digest id,
        FlowId flow,
        Purpose purpose,
        UserId user,
        Generation generation,
        MethodKind kind,
        String methodId,
        Instant issuedAt,
        Instant expiresAt) {
    /** Checks that no part is missing and that the method id has 1 to 64 characters. */
    public Challenge {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(flow, "flow");
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(generation, "generation");
        Objects.requireNonNull(kind, "kind");
        Text.opaque("method id", methodId, AuthMethod.MAX_ID_LENGTH);
        Objects.requireNonNull(issuedAt, "issuedAt");
        Objects.requireNonNull(expiresAt, "expiresAt");
    }
}
