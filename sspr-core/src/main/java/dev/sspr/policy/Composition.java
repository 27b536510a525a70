package dev.sspr.policy;

import dev.sspr.internal.bounds.Bounds;
import java.util.Objects;

/**
 * What a password must be made of: for directories that insist. NIST SP 800-63B-4 section 3.1.1.2 forbids all of it, so
 * the presets {@code standard} and {@code nist} have none (R-PWD-3).
 *
 * @param alphabet the characters it may have
 * @param classes how many kinds of four it must have at least: lower case, upper case, digit, anything else; 0 to 4
 * @param longestSequence the longest run along the alphabet, the digits or a row of the keyboard, 2 to 256; 256 allows
 *     all
 * @param longestRepeat how often one character may stand in a row, 1 to 256; 256 allows all
 */
public record Composition(Alphabet alphabet, int classes, int longestSequence, int longestRepeat) {
    /** No bound on a run: no password is longer. */
    private static final int ANY = 256;

    /** No composition rules: the default. */
    public static final Composition NONE = new Composition(Alphabet.UNICODE, 0, ANY, ANY);

    /** Characters that a password may have. */
    public enum Alphabet {
        /** Everything that can be seen, and blanks. */
        UNICODE,
        /** Letters A to Z, digits, the 32 symbols of ASCII and the blank (PP-03). */
        ENTRA
    }

    /**
     * Checks every number.
     *
     * @throws IllegalArgumentException naming the setting that is out of bounds
     */
    public Composition {
        Objects.requireNonNull(alphabet, "alphabet");
        Bounds.within("password.classes", classes, 0, 4);
        Bounds.within("password.longestSequence", longestSequence, 2, ANY);
        Bounds.within("password.longestRepeat", longestRepeat, 1, ANY);
    }
}
