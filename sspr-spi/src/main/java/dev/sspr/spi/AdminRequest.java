package dev.sspr.spi;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;

/**
 * A request that an {@link AdminAuthorizer} decides on.
 *
 * @param actor the account of the host's current session
 * @param action the action
 * @param target the account that the action concerns; it need not exist
 * @param tenant the tenant's name as given to the builder; 1 to 64 characters
 */
public record AdminRequest(
        @NotNull UserId actor,
        @NotNull AdminAction action,
        @NotNull UserId target,
        @NotNull @Size(min = 1, max = 64) String tenant) {
    /** The most characters a tenant can have. */
    public static final int MAX_TENANT_LENGTH = 64;

    /**
     * Checks the tenant.
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
