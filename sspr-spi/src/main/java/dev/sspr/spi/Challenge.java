package dev.sspr.spi;

import java.time.Instant;
import java.util.Objects;

/**
 * One question put to one method of one account in one flow. Whatever a verifier makes must be bound to all of it
 * (R-TOK-4).
 *
 * @param id 128 random bits, new for each challenge
 * @param flow the flow that asks
 * @param purpose what the flow is for
 * @param user the account; for a decoy, an id that nobody has
 * @param generation the account's credentials when the flow learned of it
 * @param kind the method's kind
 * @param methodId the method's id
 * @param issuedAt when it was put; whole milliseconds
 * @param expiresAt from when no answer counts; whole milliseconds
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
    /** Checks the parts. */
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
