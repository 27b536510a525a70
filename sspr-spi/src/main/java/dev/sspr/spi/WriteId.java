package dev.sspr.spi;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * The id of one password write. The engine gives each write an id of its own, and a store keeps it in the same atomic
 * step as the password. If the answer of a write is lost, {@link Account#lastWrite()} then tells whether that write has
 * landed, whatever else has changed the account since (F2-R8).
 *
 * <p>It is made of the flow's id, never of the password. It is no secret and grants no access.
 *
 * @param value 1 to 64 characters, no control characters
 */
public record WriteId(@NotNull @Size(min = 1, max = 64) String value) {
    /** The most characters a write id can have. */
    public static final int MAX_LENGTH = 64;

    /**
     * The last write of an account whose store keeps write ids, while no write of this library set its password, such
     * as a new account. No write ever has this id.
     */
    public static final WriteId NONE = new WriteId("none");

    /**
     * Checks the value.
     *
     * @throws IllegalArgumentException if the value is empty, too long or has control characters
     */
    public WriteId {
        Text.opaque("write id", value, MAX_LENGTH);
    }
}
