package dev.sspr.spi;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Map;
import java.util.Objects;

/**
 * One reason why a password is refused, as a code and its parameters. The message texts of each language are kept
 * elsewhere.
 *
 * @param code a stable code such as {@code password.too-short}; 1 to 64 lower-case letters, digits, dots and hyphens
 * @param parameters the values that the message needs, such as {@code min=15}; never the password or a part of it
 */
public record Finding(
        @NotNull @Pattern(regexp = Finding.CODE) String code,
        @NotNull Map<String, String> parameters) {
    /** The form of a code. */
    public static final String CODE = "[a-z][a-z0-9.-]{0,63}";

    private static final java.util.regex.Pattern FORM = java.util.regex.Pattern.compile(CODE);

    /**
     * Checks the code and copies the parameters.
     *
     * @throws IllegalArgumentException if the code does not have the stated form
     */
    public Finding {
        Objects.requireNonNull(code, "code");
        if (!FORM.matcher(code).matches()) {
            throw new IllegalArgumentException("a finding's code must match " + CODE);
        }
        parameters = Map.copyOf(parameters);
    }

    /**
     * Makes a finding without parameters.
     *
     * @param code the code
     * @return the finding
     */
    public static Finding of(String code) {
        return new Finding(code, Map.of());
    }
}
