package dev.sspr.policy;

import dev.sspr.internal.bounds.Bounds;
import dev.sspr.spi.BreachedPasswords;
import dev.sspr.spi.PasswordHistory;
import java.time.Duration;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * Rules for a new password. No preset has an expiry, and there is no setting for one (R-PWD-4).
 *
 * @param minimumLength minimum code points where the password is the only factor, 8 to 64; default 15 (R-PWD-1)
 * @param minimumLengthWithSecondFactor minimum code points where the user proved a second factor, 8 to {@code minimumLength};
 *     default 8 (R-PWD-1)
 * @param maximumLength maximum code points, 64 to 256; default 128. A longer password is rejected, never cut (R-PWD-2)
 * @param composition composition rules; none by default (R-PWD-3)
 * @param words how names and listed terms count against the password
 * @param reuse required difference from earlier passwords
 * @param breach what happens while no breached-password service answers
 */
public record PasswordPolicy(
        int minimumLength,
        int minimumLengthWithSecondFactor,
        int maximumLength,
        CompositionRules composition,
        WordRules words,
        ReuseRules reuse,
        BreachRules breach) {
    /** Maximum UTF-8 bytes of a password, under every policy (R-PWD-2, R-INJ-3). */
    public static final int MAX_BYTES = 512;

    /** Checks every number; a message names the one that is out of bounds. */
    public PasswordPolicy {
        Objects.requireNonNull(composition, "composition");
        Objects.requireNonNull(words, "words");
        Objects.requireNonNull(reuse, "reuse");
        Objects.requireNonNull(breach, "breach");
        Bounds.within("password.minimumLength", minimumLength, 8, 64);
        Bounds.within("password.minimumLengthWithSecondFactor", minimumLengthWithSecondFactor, 8, 64);
        Bounds.atMost(
                "password.minimumLengthWithSecondFactor",
                minimumLengthWithSecondFactor,
                "password.minimumLength",
                minimumLength);
        Bounds.within("password.maximumLength", maximumLength, 64, 256);
    }

    /**
     * {@return the {@code standard} preset} A password is long and in any script. It is not common, not made of names and not
     * the current one.
     */
    public static PasswordPolicy standard() {
        return nist().reuse(reuse -> reuse.onChange(1).onReset(1));
    }

    /**
     * {@return the {@code nist} preset} It has no history, because NIST SP 800-63B-4 section 3.1.1.2 requires none.
     */
    public static PasswordPolicy nist() {
        return new PasswordPolicy(
                15,
                8,
                128,
                CompositionRules.NONE,
                new WordRules(WordRules.Names.LITTLE_ELSE, 3, WordRules.Terms.WHOLE, WordRules.LeftOver.EACH),
                ReuseRules.NONE,
                BreachRules.standard());
    }

    /**
     * {@return the {@code entra} preset} A password has 8 to 256 characters of its alphabet (PP-01 to PP-04) and three classes
     * of four. Banned terms score (BAN-01 to BAN-09). Only a change rejects the current password (PP-08, PP-09).
     */
    public static PasswordPolicy entra() {
        return new PasswordPolicy(
                8,
                8,
                256,
                CompositionRules.NONE.alphabet(CompositionRules.Alphabet.ENTRA).classes(3),
                new WordRules(WordRules.Names.CONTAINED, 4, WordRules.Terms.SCORED_NEAR, WordRules.LeftOver.EACH),
                ReuseRules.NONE.onChange(1),
                BreachRules.standard());
    }

    /** {@return a copy with another minimum length, 8 to 64 code points} */
    public PasswordPolicy minimumLength(int minimumLength) {
        return new PasswordPolicy(
                minimumLength, minimumLengthWithSecondFactor, maximumLength, composition, words, reuse, breach);
    }

    /** {@return a copy with another minimum length beside a second factor, 8 code points to the minimum} */
    public PasswordPolicy minimumLengthWithSecondFactor(int minimumLengthWithSecondFactor) {
        return new PasswordPolicy(
                minimumLength, minimumLengthWithSecondFactor, maximumLength, composition, words, reuse, breach);
    }

    /** {@return a copy with another maximum length, 64 to 256 code points} */
    public PasswordPolicy maximumLength(int maximumLength) {
        return new PasswordPolicy(
                minimumLength, minimumLengthWithSecondFactor, maximumLength, composition, words, reuse, breach);
    }

    /** {@return a copy with other composition rules} */
    public PasswordPolicy composition(CompositionRules composition) {
        return new PasswordPolicy(
                minimumLength, minimumLengthWithSecondFactor, maximumLength, composition, words, reuse, breach);
    }

    /** {@return a copy in which {@link #composition()} is changed} */
    public PasswordPolicy composition(UnaryOperator<CompositionRules> update) {
        return composition(update.apply(composition));
    }

    /** {@return a copy with other rules for words} */
    public PasswordPolicy words(WordRules words) {
        return new PasswordPolicy(
                minimumLength, minimumLengthWithSecondFactor, maximumLength, composition, words, reuse, breach);
    }

    /** {@return a copy in which {@link #words()} is changed} */
    public PasswordPolicy words(UnaryOperator<WordRules> update) {
        return words(update.apply(words));
    }

    /** {@return a copy with other rules for reuse} */
    public PasswordPolicy reuse(ReuseRules reuse) {
        return new PasswordPolicy(
                minimumLength, minimumLengthWithSecondFactor, maximumLength, composition, words, reuse, breach);
    }

    /** {@return a copy in which {@link #reuse()} is changed} */
    public PasswordPolicy reuse(UnaryOperator<ReuseRules> update) {
        return reuse(update.apply(reuse));
    }

    /** {@return a copy with other rules for a breach check that fails} */
    public PasswordPolicy breach(BreachRules breach) {
        return new PasswordPolicy(
                minimumLength, minimumLengthWithSecondFactor, maximumLength, composition, words, reuse, breach);
    }

    /** {@return a copy in which {@link #breach()} is changed} */
    public PasswordPolicy breach(UnaryOperator<BreachRules> update) {
        return breach(update.apply(breach));
    }

    /**
     * Composition rules, for directories that insist on them. NIST SP 800-63B-4 section 3.1.1.2 forbids them, so the
     * {@code standard} and {@code nist} presets have none (R-PWD-3).
     *
     * @param alphabet characters that a password may have
     * @param classes minimum number of classes, out of lower case, upper case, digits and other characters, 0 to 4
     * @param longestSequence maximum length of a sequence of the alphabet, the digits or a keyboard row, 2 to 256; 256 allows
     *     every sequence
     * @param longestRepeat maximum repetitions of one character in a row, 1 to 256; 256 allows all
     */
    public record CompositionRules(Alphabet alphabet, int classes, int longestSequence, int longestRepeat) {
        /** No password is longer. */
        private static final int ANY = 256;

        /** No composition rules: the default. */
        public static final CompositionRules NONE = new CompositionRules(Alphabet.UNICODE, 0, ANY, ANY);

        /** Characters that a password may have. */
        public enum Alphabet {
            /** Every visible character, and spaces. */
            UNICODE,
            /** Letters A to Z, digits, the 32 symbols of ASCII and the space (PP-03). */
            ENTRA
        }

        /** Checks every number; a message names the one that is out of bounds. */
        public CompositionRules {
            Objects.requireNonNull(alphabet, "password.composition.alphabet");
            Bounds.within("password.composition.classes", classes, 0, 4);
            Bounds.within("password.composition.longestSequence", longestSequence, 2, ANY);
            Bounds.within("password.composition.longestRepeat", longestRepeat, 1, ANY);
        }

        /** {@return a copy with other characters} */
        public CompositionRules alphabet(Alphabet alphabet) {
            return new CompositionRules(alphabet, classes, longestSequence, longestRepeat);
        }

        /** {@return a copy with another minimum number of classes, 0 to 4} */
        public CompositionRules classes(int classes) {
            return new CompositionRules(alphabet, classes, longestSequence, longestRepeat);
        }

        /** {@return a copy with another maximum length of a sequence, 2 to 256} */
        public CompositionRules longestSequence(int longestSequence) {
            return new CompositionRules(alphabet, classes, longestSequence, longestRepeat);
        }

        /** {@return a copy with another maximum of repetitions, 1 to 256} */
        public CompositionRules longestRepeat(int longestRepeat) {
            return new CompositionRules(alphabet, classes, longestSequence, longestRepeat);
        }
    }

    /**
     * Required difference of a new password from earlier ones.
     *
     * @param onChange earlier passwords that a change rejects, the current one first, 0 to 24; default 1
     * @param onReset earlier passwords that a reset rejects, 0 to 24; default 1. Without a {@link PasswordHistory} a reset
     *     rejects none
     * @param differences minimum edits between the current and the new password where the current one is known, 0 to 16;
     *     default 0, which allows every new password
     * @param minimumAge minimum age of the current password before a change, zero to 7 days; default zero. A reset ignores it,
     *     because a user must always be able to replace a compromised password
     */
    public record ReuseRules(int onChange, int onReset, int differences, Duration minimumAge) {
        /** No rules: every earlier password may be used again. */
        public static final ReuseRules NONE = new ReuseRules(0, 0, 0, Duration.ZERO);

        /** Checks every number; a message names the one that is out of bounds. */
        public ReuseRules {
            Bounds.within("password.reuse.onChange", onChange, 0, PasswordHistory.MAX_DEPTH);
            Bounds.within("password.reuse.onReset", onReset, 0, PasswordHistory.MAX_DEPTH);
            Bounds.within("password.reuse.differences", differences, 0, 16);
            Bounds.within("password.reuse.minimumAge", minimumAge, Duration.ZERO, Duration.ofDays(7));
        }

        /** {@return a copy with another number of earlier passwords that a change rejects, 0 to 24} */
        public ReuseRules onChange(int onChange) {
            return new ReuseRules(onChange, onReset, differences, minimumAge);
        }

        /** {@return a copy with another number of earlier passwords that a reset rejects, 0 to 24} */
        public ReuseRules onReset(int onReset) {
            return new ReuseRules(onChange, onReset, differences, minimumAge);
        }

        /** {@return a copy with another minimum of edits, 0 to 16} */
        public ReuseRules differences(int differences) {
            return new ReuseRules(onChange, onReset, differences, minimumAge);
        }

        /** {@return a copy with another minimum age, zero to 7 days} */
        public ReuseRules minimumAge(Duration minimumAge) {
            return new ReuseRules(onChange, onReset, differences, minimumAge);
        }
    }

    /**
     * The effect on a new password while the {@link BreachedPasswords} service does not answer. The bundled list
     * applies in any case (R-PWD-6). Without such a service these rules have no effect.
     *
     * @param onReset what a reset does; default {@link WhenBreachCheckFails#ACCEPT}, because the user is locked out
     *     meanwhile
     * @param onChange what every other flow does; default {@link WhenBreachCheckFails#REFUSE}, because the old password
     *     still works
     * @param timeLimit maximum time of a look-up, 50 milliseconds to 30 seconds; default 5 seconds. A remote service
     *     needs up to 3 seconds, and a user waits for the page
     */
    public record BreachRules(WhenBreachCheckFails onReset, WhenBreachCheckFails onChange, Duration timeLimit) {
        /** Checks every setting; a message names the one that is out of bounds. */
        public BreachRules {
            Objects.requireNonNull(onReset, "password.breach.onReset");
            Objects.requireNonNull(onChange, "password.breach.onChange");
            Bounds.within("password.breach.timeLimit", timeLimit, Duration.ofMillis(50), Duration.ofSeconds(30));
        }

        /** {@return the values of every preset} */
        public static BreachRules standard() {
            return new BreachRules(WhenBreachCheckFails.ACCEPT, WhenBreachCheckFails.REFUSE, Duration.ofSeconds(5));
        }

        /** {@return a copy in which every flow does the same} */
        public BreachRules always(WhenBreachCheckFails always) {
            return new BreachRules(always, always, timeLimit);
        }

        /** {@return a copy with another effect on a reset} */
        public BreachRules onReset(WhenBreachCheckFails onReset) {
            return new BreachRules(onReset, onChange, timeLimit);
        }

        /** {@return a copy with another effect on every other flow} */
        public BreachRules onChange(WhenBreachCheckFails onChange) {
            return new BreachRules(onReset, onChange, timeLimit);
        }

        /** {@return a copy with another maximum time of a look-up, 50 milliseconds to 30 seconds} */
        public BreachRules timeLimit(Duration timeLimit) {
            return new BreachRules(onReset, onChange, timeLimit);
        }
    }

    /** The effect on a new password while the breached-password service does not answer. */
    public enum WhenBreachCheckFails {
        /** The other rules alone decide. */
        ACCEPT,
        /** It is rejected for now. */
        REFUSE
    }
}
