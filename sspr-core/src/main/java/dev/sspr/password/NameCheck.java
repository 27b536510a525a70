package dev.sspr.password;

import dev.sspr.policy.WordRules;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/** Checks for names of the user and of the organisation, whole and in parts. */
record NameCheck(WordRules rules, List<String> organisation) implements Check {
    private static final int BITS = Long.SIZE;

    @Override
    public void judge(Candidate password, PasswordContext about, FindingCollector collector) {
        boolean anywhere = rules.names() == WordRules.Names.CONTAINED;
        long[] covered = new long[anywhere ? 0 : (password.count() + BITS - 1) / BITS];
        boolean found = cover(password, organisation, covered);
        found |= cover(password, about.words(), covered);
        if (about.account().isPresent()) {
            found |= cover(password, about.account().get().words(), covered);
        }
        if (anywhere) {
            collector.hear(!found, PasswordReason.CONTAINS_NAME, 0, 0);
        } else {
            boolean little = found && password.count() - count(covered) <= Runs.LEFT_OVER;
            collector.hear(!little, PasswordReason.CONTEXT_WORD, 0, 0);
        }
    }

    /** Finds the positions of every name, or part of one, in the password. The explanation shows them. */
    List<int[]> found(Candidate password, PasswordContext about) {
        List<int[]> found = new ArrayList<>();
        List<String> all = new ArrayList<>(organisation);
        all.addAll(about.words());
        about.account().ifPresent(account -> all.addAll(account.words()));
        for (String word : all) {
            String name = composed(word);
            for (int from = 0; from < name.length(); ) {
                int to = partEnd(name, from);
                int length = name.codePointCount(from, to);
                for (int at = 0; length >= rules.shortestName() && at + length <= password.count(); at++) {
                    if (matches(password, at, name, from, to)) {
                        found.add(new int[] {at, length});
                    }
                }
                from = to + 1;
            }
        }
        return found;
    }

    private boolean cover(Candidate password, List<String> words, long[] covered) {
        boolean found = false;
        for (int i = 0; i < words.size(); i++) {
            String name = composed(words.get(i));
            found |= cover(password, name, 0, name.length(), covered);
            for (int from = 0; from < name.length(); ) {
                int to = partEnd(name, from);
                if (to - from < name.length()) {
                    found |= cover(password, name, from, to, covered);
                }
                from = to + 1;
            }
        }
        return found;
    }

    /**
     * Finds the end of a part: the first character that is neither letter nor digit, such as a dot, a space or an at
     * sign.
     */
    private static int partEnd(String name, int from) {
        int to = from;
        while (to < name.length()) {
            char kind = Characters.classOf(name.codePointAt(to));
            if (kind != Characters.LOWER
                    && kind != Characters.UPPER
                    && kind != Characters.DIGIT
                    && kind != Characters.LETTER) {
                break;
            }
            to += Character.charCount(name.codePointAt(to));
        }
        return to;
    }

    private boolean cover(Candidate password, String name, int from, int to, long[] covered) {
        int length = name.codePointCount(from, to);
        boolean found = false;
        if (length < rules.shortestName()) {
            return false;
        }
        int first = CaseFolding.normal(CaseFolding.plain(name.codePointAt(from)));
        for (int at = 0; at + length <= password.count(); at++) {
            if (password.normal(at) == first && matches(password, at, name, from, to)) {
                found = true;
                for (int i = at; i < at + length && covered.length > 0; i++) {
                    covered[i / BITS] |= 1L << i;
                }
            }
        }
        return found;
    }

    private static boolean matches(Candidate password, int at, String name, int from, int to) {
        int i = at;
        for (int j = from; j < to; i++) {
            int point = name.codePointAt(j);
            if (password.normal(i) != CaseFolding.normal(CaseFolding.plain(point))) {
                return false;
            }
            j += Character.charCount(point);
        }
        return true;
    }

    private static int count(long[] covered) {
        int count = 0;
        for (long part : covered) {
            count += Long.bitCount(part);
        }
        return count;
    }

    private static String composed(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) >= 0x80) {
                return Normalizer.normalize(word, Normalizer.Form.NFC);
            }
        }
        return word;
    }
}
