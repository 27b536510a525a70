package dev.sspr.spi;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A stamp of an account's credentials. It changes with every new password, set by any program or person, and with every
 * change of a destination. It never returns to an earlier value (R-TOK-8).
 *
 * <p>In a database it is a counter. In a directory it is {@code pwdLastSet} or {@code pwdChangedTime}, with a digest of
 * the mail and phone attributes. The engine only compares two generations for equality.
 *
 * @param value 1 to 64 characters, no control characters
 */
public record Generation(@NotNull @Size(min = 1, max = 64) String value) {
    /** The most characters a generation can have. */
    public static final int MAX_LENGTH = 64;

    /**
     * Checks the value.
     *
     * @throws IllegalArgumentException if the value is empty, too long or has control characters
     */
    public Generation {
        Text.opaque("generation", value, MAX_LENGTH);
    }

    /**
     * Makes a generation from a counter.
     *
     * @param counter the counter's value
     * @return its decimal form
     */
    public static Generation of(long counter) {
        return new Generation(Long.toString(counter));
    }
}
