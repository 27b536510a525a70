package dev.sspr.password;

import dev.sspr.policy.PasswordPolicy.CompositionRules;

/** Checks the alphabet, the kinds of characters, runs and repeats, as far as the policy has bounds for them. */
record CompositionCheck(CompositionRules rules, int max) implements Check {
    private static final int LOWER = 1;
    private static final int UPPER = 2;
    private static final int DIGIT = 4;
    private static final int OTHER = 8;

    @Override
    public void judge(Candidate password, PasswordContext about, FindingCollector collector) {
        if (rules.alphabet() == CompositionRules.Alphabet.ENTRA) {
            collector.hear(isAscii(password.chars()), PasswordReason.OUTSIDE_ALPHABET, 0, 0);
        }
        if (rules.classes() > 0) {
            int have = Integer.bitCount(classes(password.chars()));
            collector.hear(have >= rules.classes(), PasswordReason.TOO_FEW_CLASSES, rules.classes(), have);
        }
        if (rules.longestSequence() < max) {
            int longest = Runs.longest(password);
            collector.hear(longest <= rules.longestSequence(), PasswordReason.SEQUENCE, rules.longestSequence(), 0);
        }
        if (rules.longestRepeat() < max) {
            int longest = Runs.longestRepeat(password);
            collector.hear(
                    longest <= rules.longestRepeat(), PasswordReason.REPEATED_CHARACTER, rules.longestRepeat(), 0);
        }
    }

    /** Returns whether all characters are printable ASCII or a space, which is Entra's set. */
    private static boolean isAscii(char[] chars) {
        for (char c : chars) {
            if (c < ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }

    private static int classes(char[] chars) {
        int seen = 0;
        for (int i = 0; i < chars.length; ) {
            int point = chars[i] < 0x80 ? chars[i] : Character.codePointAt(chars, i);
            seen |= switch (Characters.classOf(point)) {
                case Characters.LOWER -> LOWER;
                case Characters.UPPER -> UPPER;
                case Characters.DIGIT -> DIGIT;
                default -> OTHER;
            };
            i += Character.charCount(point);
        }
        return seen;
    }
}
