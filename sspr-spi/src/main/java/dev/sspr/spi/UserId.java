package dev.sspr.spi;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * The host's own stable key of one account: opaque to sspr, compared by code point, never typed by a person.
 *
 * <p>It must not be a login name or an address: it appears in audit events. Never give the id of a deleted account to
 * a new one; where a backend does, its {@link Generation} must differ (V-REUSE-6).
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
