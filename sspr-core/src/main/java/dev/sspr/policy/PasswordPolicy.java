package dev.sspr.policy;

import dev.sspr.internal.bounds.Bounds;
import java.time.Duration;
import java.util.Objects;

/**
 * What a new password must be like, as data. No preset has an expiry, and there is no setting for one (R-PWD-4).
 *
 * @param minAlone least code points where the password is the only factor, 8 to 64; default 15 (R-PWD-1)
 * @param minWithSecondFactor least code points where a second factor was proven, 8 to {@code minAlone}; default 8
 * @param max most code points, 64 to 256; default 128. Longer ones are refused, never cut (R-PWD-2)
 * @param composition what it must be made of; by default nothing in particular (R-PWD-3)
 * @param words how names and listed terms count against it
 * @param reuse how far it must be from earlier ones
 * @param breach what happens while it cannot be looked for among breached ones
 */
public record PasswordPolicy(
        int minAlone,
        int minWithSecondFactor,
        int max,
        Composition composition,
        WordRules words,
        Reuse reuse,
        BreachRules breach) {
    /** The most UTF-8 bytes a password can have, whatever the policy (R-PWD-2, R-INJ-3). */
    public static final int MAX_BYTES = 512;

    /**
     * Checks every number.
     *
     * @throws IllegalArgumentException naming the setting that is out of bounds
     */
    public PasswordPolicy {
        Objects.requireNonNull(composition, "composition");
        Objects.requireNonNull(words, "words");
        Objects.requireNonNull(reuse, "reuse");
        Objects.requireNonNull(breach, "breach");
        Bounds.within("password.minAlone", minAlone, 8, 64);
        Bounds.within("password.minWithSecondFactor", minWithSecondFactor, 8, minAlone);
        Bounds.within("password.max", max, 64, 256);
    }

    /**
     * The {@code standard} preset: long, any script, no composition rules, not common, not made of names, not the
     * current one.
     *
     * @return the defaults
     */
    public static PasswordPolicy standard() {
        return nist().with(new Reuse(1, 1, 0, Duration.ZERO));
    }

    /**
     * The {@code nist} preset: the same without history, as NIST SP 800-63B-4 section 3.1.1.2 has none.
     *
     * @return the numbers
     */
    public static PasswordPolicy nist() {
        return new PasswordPolicy(
                15,
                8,
                128,
                Composition.NONE,
                new WordRules(WordRules.Names.LITTLE_ELSE, 3, WordRules.Terms.WHOLE, WordRules.LeftOver.EACH),
                new Reuse(0, 0, 0, Duration.ZERO),
                BreachRules.standard());
    }

    /**
     * The {@code entra} preset: 8 to 256 characters of its set (PP-01..04), three kinds of four, banned terms scored
     * (BAN-01..09), the current password refused on change only (PP-08, PP-09).
     *
     * @return the numbers
     */
    public static PasswordPolicy entra() {
        return new PasswordPolicy(
                8,
                8,
                256,
                new Composition(Composition.Alphabet.ENTRA, 3, 256, 256),
                new WordRules(WordRules.Names.CONTAINED, 4, WordRules.Terms.SCORED_NEAR, WordRules.LeftOver.EACH),
                new Reuse(1, 0, 0, Duration.ZERO),
                BreachRules.standard());
    }

    /**
     * A copy with other lengths.
     *
     * @param alone least code points where the password is the only factor
     * @param withSecondFactor least code points where a second factor was proven
     * @param most most code points
     * @return the copy
     */
    public PasswordPolicy withLength(int alone, int withSecondFactor, int most) {
        return new PasswordPolicy(alone, withSecondFactor, most, composition, words, reuse, breach);
    }

    /**
     * A copy with other composition rules.
     *
     * @param other what it must be made of
     * @return the copy
     */
    public PasswordPolicy with(Composition other) {
        return new PasswordPolicy(minAlone, minWithSecondFactor, max, other, words, reuse, breach);
    }

    /**
     * A copy with other rules for words.
     *
     * @param other how names and terms count
     * @return the copy
     */
    public PasswordPolicy with(WordRules other) {
        return new PasswordPolicy(minAlone, minWithSecondFactor, max, composition, other, reuse, breach);
    }

    /**
     * A copy with other rules for reuse.
     *
     * @param other how far it must be from earlier ones
     * @return the copy
     */
    public PasswordPolicy with(Reuse other) {
        return new PasswordPolicy(minAlone, minWithSecondFactor, max, composition, words, other, breach);
    }

    /**
     * A copy with other rules for a list of breached passwords that is down.
     *
     * @param other what happens then
     * @return the copy
     */
    public PasswordPolicy with(BreachRules other) {
        return new PasswordPolicy(minAlone, minWithSecondFactor, max, composition, words, reuse, other);
    }
}
