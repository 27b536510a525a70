package dev.sspr.spi;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * The host's own stable key of one account. It is opaque to sspr, compared by code point, and never typed by a user.
 *
 * <p>It must not be a login name or an address, because audit events contain it. Never give a new account the id of a
 * deleted one; if a backend does, the {@link Generation} must differ (V-REUSE-6).
 *
 * @param value 1 to 128 characters, no control or format characters
 */
public record UserId(@NotNull @Size(min = 1, max = 128) String value) {
    /** The most characters an id can have. */
    public static final int MAX_LENGTH = 128;

    /**
     * Checks the value.
     *
     * @throws IllegalArgumentException if the value is empty, too long or has control characters
     */
    public UserId {
        Text.opaque("user id", value, MAX_LENGTH);
    }
}
