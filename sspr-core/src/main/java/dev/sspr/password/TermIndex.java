package dev.sspr.password;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Stores up to a million terms in about their own length each, packed by length. A filter in front of all tables takes
 * one byte, and tells which kinds of halves may begin with the given characters.
 */
final class TermIndex {
    static final int SHORTEST = 4;
    static final int LONGEST = 24;

    /** The number of starts, which fits the cache of a core. */
    private static final int MOST_STARTS = 1 << 16;

    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;
    /** The bits of the filter, for a half of k characters: of terms of 2k and 2k + 1, and of 2k and 2k - 1. */
    private static final int LEFT_EVEN = 1;

    private static final int LEFT_ODD = 2;
    private static final int RIGHT_EVEN = 4;
    private static final int RIGHT_ODD = 8;

    private final Alphabet alphabet;
    /** The groups by length, with an empty group for a length without terms. */
    private final TermGroup[] groups = new TermGroup[LONGEST + 2];

    private final byte[] filter;
    /** For the first four characters, the lengths of the terms that begin with them, as bits. */
    private final int[] starts;
    /** A filter of whole terms: eight bits for each term, one of them set. */
    private final long[] wholes;

    private final int longestHalf;
    private final int size;

    /** Takes terms in normal form, of 4 to 24 code points. A repeated term counts once. */
    TermIndex(List<String> terms) {
        alphabet = Alphabet.of(terms);
        TermGroup none = new TermGroup(2, 0, new byte[0], new char[0]);
        Arrays.fill(groups, none);
        Map<Integer, List<String>> byLength = new TreeMap<>();
        for (String term : terms) {
            byLength.computeIfAbsent(term.codePointCount(0, term.length()), length -> new ArrayList<>())
                    .add(term);
        }
        byLength.forEach((length, some) -> groups[length] = group(length, some));
        int all = 0;
        int half = 0;
        for (TermGroup group : groups) {
            all += group.count();
            half = group.count() == 0 ? half : Math.max(half, group.length() - group.left());
        }
        size = all;
        longestHalf = half;
        filter = new byte[Math.max(64, size)];
        starts = new int[Math.max(64, Math.min(MOST_STARTS, size))];
        wholes = new long[Math.max(1, size / 8)];
        for (TermGroup group : groups) {
            boolean even = group.length() % 2 == 0;
            for (int term = 0; term < group.count(); term++) {
                long whole = group.hash(term, 0, group.length());
                wholes[slot(whole, wholes.length << 6) >> 6] |= 1L << slot(whole, wholes.length << 6);
                starts[slot(group.hash(term, 0, SHORTEST), starts.length)] |= 1 << group.length();
                filter[slot(group.hash(term, 0, group.left()), filter.length)] |= (byte) (even ? LEFT_EVEN : LEFT_ODD);
                filter[slot(group.hash(term, group.left(), group.length()), filter.length)] |=
                        (byte) (even ? RIGHT_EVEN : RIGHT_ODD);
            }
        }
    }

    private TermGroup group(int length, List<String> terms) {
        boolean narrow = alphabet.size() <= Alphabet.MOST_IN_A_BYTE;
        char[] codes = new char[Math.multiplyExact(length, terms.size())];
        int at = 0;
        for (String term : terms) {
            for (int i = 0; i < term.length(); i += Character.charCount(term.codePointAt(i))) {
                codes[at++] = alphabet.code(term.codePointAt(i));
            }
        }
        int[] order = TermSort.order(terms.size(), 0, length, (term, i) -> codes[term * length + i]);
        char[] sorted = new char[codes.length];
        int count = 0;
        for (int term : order) {
            boolean again = count > 0
                    && Arrays.equals(
                            sorted, (count - 1) * length, count * length, codes, term * length, (term + 1) * length);
            if (!again) {
                System.arraycopy(codes, term * length, sorted, count * length, length);
                count++;
            }
        }
        byte[] bytes = new byte[narrow ? count * length : 0];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) sorted[i];
        }
        return new TermGroup(length, count, bytes, narrow ? new char[0] : Arrays.copyOf(sorted, count * length));
    }

    /** Adds one character to a hash that begins with 0. */
    static long hash(long hash, int code) {
        long mixed = (hash ^ code) * MULTIPLIER;
        return mixed ^ (mixed >>> 32);
    }

    static int slot(long hash, int slots) {
        return (int) (((hash >>> 32) * slots) >>> 32);
    }

    int size() {
        return size;
    }

    long residentBytes() {
        long bytes = filter.length + 4L * starts.length + 8L * wholes.length + alphabet.residentBytes();
        for (TermGroup group : groups) {
            bytes += group.residentBytes();
        }
        return bytes;
    }

    /** Encodes a password in the codes of this list. */
    char[] codes(Candidate password) {
        char[] codes = new char[password.count()];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = alphabet.code(password.normal(i));
        }
        return codes;
    }

    /** Returns the lengths of the terms at {@code from}, as bits. */
    int exactAt(char[] codes, int from) {
        int found = 0;
        long hash = 0;
        int lengths = -1;
        for (int k = 1; from + k <= codes.length && lengths >>> k != 0; k++) {
            hash = hash(hash, codes[from + k - 1]);
            if (k == SHORTEST) {
                lengths = starts[slot(hash, starts.length)];
            }
            if (k >= SHORTEST && (lengths >>> k & 1) != 0 && isWhole(hash)) {
                found |= exact(groups[k], codes, from, hash(codes, from, k / 2));
            }
        }
        return found;
    }

    private boolean isWhole(long hash) {
        int bit = slot(hash, wholes.length << 6);
        return (wholes[bit >> 6] >>> bit & 1) != 0;
    }

    private static int exact(TermGroup group, char[] codes, int from, long hash) {
        if (group.count() == 0 || from + group.length() > codes.length) {
            return 0;
        }
        int first = group.firstLeft(codes, from, hash);
        return first >= 0 && group.exact(codes, from, first) >= 0 ? 1 << group.length() : 0;
    }

    /** Returns whether the whole text is a term. */
    boolean containsWhole(char[] codes) {
        return couldBeWhole(codes.length)
                && exact(groups[codes.length], codes, 0, hash(codes, 0, codes.length / 2)) != 0;
    }

    /** Returns whether there are terms of a length. */
    boolean couldBeWhole(int length) {
        return length >= SHORTEST && length <= LONGEST && groups[length].count() > 0;
    }

    private static long hash(char[] codes, int from, int length) {
        long hash = 0;
        for (int i = from; i < from + length; i++) {
            hash = hash(hash, codes[i]);
        }
        return hash;
    }

    /** Finds every part of a span that is at most one edit away from a term. */
    void near(char[] codes, int from, int to, OneEditMatcher oneEditMatcher) {
        for (int at = from; at < to; at++) {
            long hash = 0;
            int last = Math.min(longestHalf, to - at);
            for (int k = 1; k <= last && codes[at + k - 1] != 0; k++) {
                hash = hash(hash, codes[at + k - 1]);
                int kinds = k < SHORTEST / 2 ? 0 : filter[slot(hash, filter.length)];
                if (kinds != 0) {
                    half(codes, from, to, at, k, kinds, hash, oneEditMatcher);
                }
            }
        }
    }

    private void half(
            char[] codes, int from, int to, int at, int k, int kinds, long hash, OneEditMatcher oneEditMatcher) {
        if ((kinds & LEFT_EVEN) != 0) {
            oneEditMatcher.left(groups[2 * k], codes, at, to, hash);
        }
        if ((kinds & LEFT_ODD) != 0) {
            oneEditMatcher.left(groups[2 * k + 1], codes, at, to, hash);
        }
        if ((kinds & RIGHT_EVEN) != 0) {
            oneEditMatcher.right(groups[2 * k], codes, from, at, hash);
        }
        if ((kinds & RIGHT_ODD) != 0) {
            oneEditMatcher.right(groups[2 * k - 1], codes, from, at, hash);
        }
    }

    /** Returns the text of a term. */
    String text(int length, int term) {
        TermGroup group = groups[length];
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(alphabet.point(group.at(term, i)));
        }
        return text.toString();
    }
}
