package dev.sspr.password;

import dev.sspr.policy.WordRules;
import java.util.Arrays;
import java.util.List;

/**
 * One evaluation (BAN-05, BAN-07). It takes exact terms first, the longest before the leftmost, and then near terms in
 * the spans between. The result is a length for each place, negative for a near term.
 */
final class Scoring {
    private final Candidate password;
    private final List<BannedTerms> lists;
    private final WordRules rules;
    private final char[][] codes;
    private final byte[] tokens;
    private int points;

    Scoring(Candidate password, List<BannedTerms> lists, WordRules rules) {
        this.password = password;
        this.lists = lists;
        this.rules = rules;
        this.codes = new char[lists.size()][];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = lists.get(i).index().codes(password);
        }
        this.tokens = new byte[password.count()];
    }

    /** Scores the password and returns its points. */
    int score() {
        boolean near = rules.terms() == WordRules.Terms.SCORED_NEAR;
        if (!near && wholeIsNear()) {
            points = 1;
            return points;
        }
        takeExact();
        if (near) {
            takeNear();
        }
        points = count();
        return points;
    }

    int points() {
        return points;
    }

    /** Returns the token that begins at a place: the length of a term, the negative length of a near one, or 0. */
    int token(int place) {
        return tokens[place];
    }

    char[] codes(int list) {
        return codes[list];
    }

    private boolean wholeIsNear() {
        int length = password.count();
        if (length < TermIndex.SHORTEST - 1 || length > TermIndex.LONGEST + 1) {
            return false;
        }
        for (int i = 0; i < codes.length; i++) {
            OneEditMatcher oneEditMatcher = new OneEditMatcher(length);
            lists.get(i).index().near(codes[i], 0, length, oneEditMatcher);
            if ((oneEditMatcher.at(0) >>> length & 1) != 0) {
                tokens[0] = (byte) (lists.get(i).index().containsWhole(codes[i]) ? length : -length);
                return true;
            }
        }
        return false;
    }

    private void takeExact() {
        int[] lengths = new int[password.count()];
        int any = 0;
        for (int i = 0; i < codes.length; i++) {
            for (int place = 0; place < lengths.length; place++) {
                lengths[place] |= lists.get(i).index().exactAt(codes[i], place);
                any |= lengths[place];
            }
        }
        take(lengths, any, 1, 0, lengths.length);
    }

    private void takeNear() {
        OneEditMatcher oneEditMatcher = new OneEditMatcher(password.count());
        int[] lengths = new int[password.count()];
        for (int from = 0; from < lengths.length; ) {
            int to = from;
            while (to < lengths.length && tokens[to] == 0) {
                to++;
            }
            if (to - from >= TermIndex.SHORTEST - 1) {
                takeNear(oneEditMatcher, lengths, from, to);
            }
            from = to == lengths.length ? to : to + tokens[to];
        }
    }

    private void takeNear(OneEditMatcher oneEditMatcher, int[] lengths, int from, int to) {
        int any = 0;
        for (int i = 0; i < codes.length; i++) {
            lists.get(i).index().near(codes[i], from, to, oneEditMatcher);
        }
        for (int place = from; place < to; place++) {
            lengths[place] = oneEditMatcher.at(place);
            any |= lengths[place];
        }
        take(lengths, any, -1, from, to);
    }

    /** Takes the longest token first, then the leftmost, where no token is taken yet. */
    private void take(int[] lengths, int any, int sign, int from, int to) {
        while (any != 0) {
            int length = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(any);
            any &= ~(1 << length);
            for (int place = from; place + length <= to; place++) {
                if ((lengths[place] >>> length & 1) != 0 && free(from, place, length)) {
                    tokens[place] = (byte) (sign * length);
                    place += length - 1;
                }
            }
        }
    }

    private boolean free(int from, int place, int length) {
        for (int i = Math.max(from, place - TermIndex.LONGEST); i < place; i++) {
            if (i + Math.abs(tokens[i]) > place) {
                return false;
            }
        }
        for (int i = place; i < place + length; i++) {
            if (tokens[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private int count() {
        int count = 0;
        int rest = 0;
        int[] different = new int[rules.leftOver() == WordRules.LeftOver.UNIQUE ? tokens.length : 0];
        for (int i = 0; i < tokens.length; ) {
            if (tokens[i] != 0) {
                count++;
                i += Math.abs(tokens[i]);
            } else {
                if (different.length > 0) {
                    rest = add(different, rest, password.normal(i));
                } else {
                    rest++;
                }
                i++;
            }
        }
        Arrays.fill(different, 0);
        return count + rest;
    }

    private static int add(int[] different, int count, int point) {
        for (int i = 0; i < count; i++) {
            if (different[i] == point) {
                return count;
            }
        }
        different[count] = point;
        return count + 1;
    }

    void wipe() {
        for (char[] one : codes) {
            Arrays.fill(one, '\0');
        }
    }
}
