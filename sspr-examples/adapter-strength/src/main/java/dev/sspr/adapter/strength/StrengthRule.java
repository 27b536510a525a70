package dev.sspr.adapter.strength;

import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import dev.sspr.spi.Account;
import dev.sspr.spi.Destination;
import dev.sspr.spi.Finding;
import dev.sspr.spi.PasswordRule;
import dev.sspr.spi.Secret;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Refuses passwords that zxcvbn estimates to be easy to guess: English words, names, dates, keyboard walks, and the words
 * of the account.
 *
 * <p>Its cost grows with more than the length (half a second for 200 characters was measured), so it is shown the first
 * {@value #MOST_CHARACTERS} characters only. What comes behind can only make a password better.
 *
 * <p><b>Threads.</b> Safe to share.
 *
 * <p><b>Blocking.</b> About a quarter of a millisecond, a few for the longest.
 */
public final class StrengthRule implements PasswordRule {
    /** As many as it looks at. */
    public static final int MOST_CHARACTERS = 64;

    private static final int MOST_SCORE = 4;

    private final Zxcvbn estimate = new Zxcvbn();
    private final int least;

    private StrengthRule(int least) {
        this.least = least;
    }

    /**
     * A rule.
     *
     * @param score the least score of zxcvbn, 1 to 4; 3 stands for 10<sup>8</sup> guesses and more, 4 for 10<sup>10</sup>
     * @return the rule
     * @throws IllegalArgumentException if it is out of bounds
     */
    public static StrengthRule atLeast(int score) {
        if (score < 1 || score > MOST_SCORE) {
            throw new IllegalArgumentException("score must be 1 to " + MOST_SCORE + ", it is " + score);
        }
        return new StrengthRule(score);
    }

    @Override
    public List<Finding> check(Secret password, Account account) {
        Objects.requireNonNull(password, "password");
        List<String> words = words(account);
        int score = password.exposeTo(chars -> {
            char[] shown = Arrays.copyOf(chars, Math.min(chars.length, MOST_CHARACTERS));
            Strength strength = estimate.measure(CharBuffer.wrap(shown), words);
            try {
                return strength.getScore();
            } finally {
                strength.wipe();
                Arrays.fill(shown, '\0');
            }
        });
        return score >= least
                ? List.of()
                : List.of(new Finding(
                        "strength.too-guessable",
                        Map.of("score", String.valueOf(score), "min", String.valueOf(least))));
    }

    /** What a guesser who knows the person would try. */
    private static List<String> words(Account account) {
        List<String> words = new ArrayList<>(account.words());
        for (Destination destination : account.destinations()) {
            words.addAll(List.of(destination.address().split("[@.+]")));
        }
        words.removeIf(String::isEmpty);
        return words;
    }

    /** The least score. */
    @Override
    public String toString() {
        return "StrengthRule[" + least + "]";
    }
}
