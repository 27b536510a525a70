package dev.sspr.spi;

import jakarta.validation.constraints.NotBlank;

/**
 * Names one account in the host's user store.
 *
 * @param value the host's own identifier, not blank
 */
public record AccountId(@NotBlank String value) {

    /**
     * Checks the value.
     *
     * @param value the host's own identifier
     * @throws IllegalArgumentException if the value is blank
     */
    public AccountId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("value is blank");
        }
    }
}
