package dev.sspr.spi;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;

/**
 * What an {@link AdminAuthorizer} is asked: who wants to do what to whom, and where.
 *
 * @param actor who wants it: the account of the host's own session
 * @param action what
 * @param target whose account; it need not exist
 * @param tenant of which tenant, as the builder was told; 1 to 64 characters
 */
public record AdminRequest(
        @NotNull UserId actor,
        @NotNull AdminAction action,
        @NotNull UserId target,
        @NotNull @Size(min = 1, max = 64) String tenant) {
    /** The most characters a tenant can have. */
    public static final int MAX_TENANT_LENGTH = 64;

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the tenant is empty, too long, or has control, format or unpaired surrogate
     *     characters
     */
    public AdminRequest {
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(target, "target");
        Text.opaque("tenant", tenant, MAX_TENANT_LENGTH);
    }
}
