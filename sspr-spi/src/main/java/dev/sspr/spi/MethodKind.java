package dev.sspr.spi;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Objects;

/**
 * A kind of authentication method, by a stable name that policies, stored flows and audit events carry.
 *
 * @param value such as {@code email-code}; 1 to 32 lower-case letters, digits and hyphens
 */
public record MethodKind(
        @NotNull @Pattern(regexp = MethodKind.FORM) String value) {
    /** The form of a kind. */
    public static final String FORM = "[a-z][a-z0-9-]{0,31}";
    /** A code, and a link for the same challenge, by e-mail. */
    public static final MethodKind EMAIL_CODE = new MethodKind("email-code");
    /** A code by text message. */
    public static final MethodKind SMS_CODE = new MethodKind("sms-code");

    /**
     * Checks the value.
     *
     * @param value as above
     * @throws IllegalArgumentException if it is not of the stated form
     */
    public MethodKind {
        Objects.requireNonNull(value, "value");
        if (!value.matches(FORM)) {
            throw new IllegalArgumentException("a method kind must match " + FORM + ", not '" + value + "'");
        }
    }
}
