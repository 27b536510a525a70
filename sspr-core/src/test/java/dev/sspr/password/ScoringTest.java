package dev.sspr.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The index against the definition, written as plainly as can be, over words of few letters, where much is near. */
class ScoringTest {
    private static final long SEED = Long.getLong("sspr.seed", 20260705L);

    static String word(Random random, int least, int most, int letters) {
        StringBuilder word = new StringBuilder();
        int length = least + random.nextInt(most - least + 1);
        for (int i = 0; i < length; i++) {
            word.append((char) ('b' + random.nextInt(letters)));
        }
        return word.toString();
    }

    static int distance(String one, String other) {
        int[][] table = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    table[i][j] = i + j;
                } else {
                    int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                    table[i][j] =
                            Math.min(table[i - 1][j - 1] + change, Math.min(table[i - 1][j], table[i][j - 1]) + 1);
                }
            }
        }
        return table[one.length()][other.length()];
    }

    /** The points by the definition of reading D: the longest first, the leftmost of them, near ones in what is left. */
    private static int points(String password, Set<String> terms) {
        String left = take(password, terms, 0, '\0');
        String rest = take(left, terms, 1, '\1');
        int points = 0;
        for (int i = 0; i < rest.length(); i++) {
            points += rest.charAt(i) == '\2' ? 0 : 1;
        }
        return points;
    }

    /** Replaces each part taken by a mark and fillers. */
    private static String take(String password, Set<String> terms, int edits, char mark) {
        StringBuilder text = new StringBuilder(password);
        for (int length = TermIndex.LONGEST + 1; length >= 3; length--) {
            for (int at = 0; at + length <= text.length(); at++) {
                String part = text.substring(at, at + length);
                boolean open = part.chars().allMatch(c -> c > 2);
                if (open && terms.stream().anyMatch(term -> distance(term, part) <= edits)) {
                    text.replace(at, at + length, mark + "\2".repeat(length - 1));
                }
            }
        }
        return text.toString();
    }

    @Test
    void score_ofRandomWords_isThatOfTheDefinition() {
        Random random = new Random(SEED);
        System.out.println("-Dsspr.seed=" + SEED);
        for (int round = 0; round < 150; round++) {
            int letters = 2 + random.nextInt(6);
            Set<String> terms = new HashSet<>();
            for (int i = random.nextInt(12); i >= 0; i--) {
                terms.add(word(random, 4, 9, letters));
            }
            BannedTerms list = BannedTerms.custom(terms);
            for (int i = 0; i < 10; i++) {
                String password = word(random, 0, 24, letters);
                Candidate candidate = Candidate.of(password.toCharArray());
                assertThat(new Scoring(candidate, List.of(list), Evaluations.D).score())
                        .as("%s among %s", password, terms)
                        .isEqualTo(points(password, terms));
            }
        }
    }

    @Test
    void score_wholeNearUnderC_isThatOfTheDefinition() {
        Random random = new Random(SEED);
        for (int round = 0; round < 2000; round++) {
            String term = word(random, 4, 9, 3);
            String password = word(random, 3, 10, 3);
            Candidate candidate = Candidate.of(password.toCharArray());
            int score = new Scoring(candidate, List.of(BannedTerms.custom(List.of(term))), Evaluations.C).score();
            if (distance(term, password) <= 1) {
                assertThat(score).as("%s near %s", password, term).isOne();
            } else {
                String left = take(password, Set.of(term), 0, '\0');
                assertThat(score).as("%s apart from %s", password, term).isEqualTo((int)
                        left.chars().filter(c -> c != 2).count());
            }
        }
    }

    @Test
    void contains_everyTermOfABigList_andNothingElse() {
        Random random = new Random(SEED);
        Set<String> terms = new HashSet<>();
        while (terms.size() < 50_000) {
            terms.add(word(random, 4, 24, 20));
        }
        TermIndex index = new TermIndex(new ArrayList<>(terms));

        assertThat(index.size()).isEqualTo(terms.size());
        assertThat(terms).allMatch(term -> has(index, term));
        for (int i = 0; i < 50_000; i++) {
            String other = word(random, 4, 24, 20);
            assertThat(has(index, other)).as(other).isEqualTo(terms.contains(other));
        }
    }

    private static boolean has(TermIndex index, String term) {
        return index.containsWhole(index.codes(Candidate.of(term.toCharArray())));
    }
}
