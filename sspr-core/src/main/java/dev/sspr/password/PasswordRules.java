package dev.sspr.password;

import dev.sspr.spi.Finding;
import dev.sspr.spi.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Checks a prepared password against a policy; reports every finding, not only the first. */
public final class PasswordRules {
    /** A context word shorter than this is no reason to refuse a password that is made of more. */
    private static final int SHORTEST_WORD = 3;

    private final PasswordPolicy policy;
    private final Blocklist blocklist;

    /**
     * Rules of one policy with the bundled list.
     *
     * @param policy the numbers
     */
    public PasswordRules(PasswordPolicy policy) {
        this.policy = policy;
        this.blocklist = Blocklist.bundled();
    }

    /** What was proven, as far as the least length cares. */
    public enum Proven {
        /** A recovery channel only: the password stays the only factor. */
        RECOVERY_CHANNEL,
        /** A second factor beside it. */
        SECOND_FACTOR
    }

    /**
     * Checks a password.
     *
     * @param password prepared by {@link PasswordText}
     * @param proven what the person proved
     * @param words names and other words that it must not be, or be made of alone
     * @return every reason against it; empty if there is none
     */
    public List<Finding> check(Secret password, Proven proven, List<String> words) {
        int least = proven == Proven.SECOND_FACTOR ? policy.minWithSecondFactor() : policy.minAlone();
        return password.exposeTo(chars -> {
            List<Finding> findings = new ArrayList<>(2);
            int points = Character.codePointCount(chars, 0, chars.length);
            if (points < least) {
                findings.add(new Finding("password.too-short", Map.of("min", String.valueOf(least))));
            }
            if (points > policy.max() || utf8Length(chars) > PasswordPolicy.MAX_BYTES) {
                findings.add(new Finding("password.too-long", Map.of("max", String.valueOf(policy.max()))));
            }
            if (points <= policy.max()) {
                Folded folded = Folded.of(chars);
                if (blocklist.contains(folded)) {
                    findings.add(Finding.of("password.common"));
                }
                if (folded.isRepetition()) {
                    findings.add(Finding.of("password.repetitive"));
                }
                if (madeOf(folded, words)) {
                    findings.add(Finding.of("password.context-word"));
                }
                folded.wipe();
            }
            return List.copyOf(findings);
        });
    }

    private static boolean madeOf(Folded password, List<String> words) {
        for (String word : words) {
            Folded folded = Folded.of(word.toCharArray());
            if (folded.length() >= SHORTEST_WORD && password.isMadeOf(folded)) {
                return true;
            }
        }
        return false;
    }

    private static int utf8Length(char[] chars) {
        int length = 0;
        for (char c : chars) {
            length += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return length;
    }
}
