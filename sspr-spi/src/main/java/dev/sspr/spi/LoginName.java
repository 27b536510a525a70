package dev.sspr.spi;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A login name in canonical form, as a store is asked for it and as a store reports a match.
 *
 * <p>The engine makes the canonical form once, at its boundary (RFC 8265 UsernameCaseMapped, or the host's own
 * function). A store therefore compares exactly, by code point, and applies no collation or case mapping of its own
 * (R-UNI-1..3). {@link #toString} hides the name.
 *
 * @param value 1 to 256 characters; no control or format characters, no space at either end
 */
public record LoginName(@NotNull @Size(min = 1, max = 256) String value) {
    /** The most characters a login name can have (R-INJ-3). */
    public static final int MAX_LENGTH = 256;

    /**
     * Checks the value.
     *
     * @throws IllegalArgumentException if the value is empty, too long, padded, or has control or format characters
     */
    public LoginName {
        Text.opaque("login name", value, MAX_LENGTH);
        if (Character.isSpaceChar(value.codePointAt(0))
                || Character.isSpaceChar(value.codePointBefore(value.length()))) {
            throw new IllegalArgumentException("login name starts or ends with a space");
        }
    }

    /** Hides the name: a log never contains what a user typed (R-LOG-2). */
    @Override
    public String toString() {
        return "LoginName[" + value.length() + " characters]";
    }
}
