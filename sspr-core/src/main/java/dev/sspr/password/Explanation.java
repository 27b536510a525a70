package dev.sspr.password;

import dev.sspr.password.BannedEvaluation.Kind;
import dev.sspr.password.BannedEvaluation.Part;
import dev.sspr.password.BannedEvaluation.Verdict;
import dev.sspr.policy.WordRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Explains a scoring to the user. It searches again, because only an explanation needs the terms. */
final class Explanation {
    private final Candidate password;
    private final List<BannedTerms> lists;
    private final WordRules rules;

    Explanation(Candidate password, List<BannedTerms> lists, WordRules rules) {
        this.password = password;
        this.lists = lists;
        this.rules = rules;
    }

    BannedEvaluation of(List<int[]> names) {
        Scoring scoring = new Scoring(password, lists, rules);
        int points = scoring.score();
        List<Part> parts = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        for (int place = 0; place < password.count(); ) {
            int token = scoring.token(place);
            if (token == 0) {
                boolean scores = rules.leftOver() == WordRules.LeftOver.EACH || seen.add(password.normal(place));
                parts.add(new Part(Kind.LEFT_OVER, place, 1, scores ? 1 : 0, Optional.empty(), Optional.empty()));
                place++;
            } else {
                parts.add(term(scoring, place, token));
                place += Math.abs(token);
            }
        }
        for (int[] name : names) {
            parts.add(new Part(Kind.NAME, name[0], name[1], 0, Optional.empty(), Optional.empty()));
        }
        scoring.wipe();
        boolean enough = points >= WordRules.POINTS;
        Verdict verdict = !names.isEmpty() ? Verdict.NAME : enough ? Verdict.ACCEPTED : Verdict.TOO_FEW_POINTS;
        return new BannedEvaluation(verdict, points, WordRules.POINTS, parts);
    }

    private Part term(Scoring scoring, int place, int token) {
        int length = Math.abs(token);
        Kind kind = token > 0 ? Kind.TERM : Kind.NEAR_TERM;
        for (int i = lists.size() - 1; i >= 0; i--) {
            TermIndex index = lists.get(i).index();
            char[] part = Arrays.copyOfRange(scoring.codes(i), place, place + length);
            Optional<String> term = token > 0 ? exact(index, part, place) : near(index, part);
            if (term.isPresent()) {
                return new Part(
                        kind, place, length, 1, term, Optional.of(lists.get(i).source()));
            }
        }
        throw new IllegalStateException("a term was found and is gone");
    }

    private Optional<String> exact(TermIndex index, char[] part, int place) {
        if (!index.containsWhole(part)) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < part.length; i++) {
            text.appendCodePoint(password.normal(place + i));
        }
        return Optional.of(text.toString());
    }

    private static Optional<String> near(TermIndex index, char[] part) {
        OneEditMatcher oneEditMatcher = new OneEditMatcher(part.length).explaining(0, part.length);
        index.near(part, 0, part.length, oneEditMatcher);
        return oneEditMatcher.term() < 0
                ? Optional.empty()
                : Optional.of(index.text(oneEditMatcher.termLength(), oneEditMatcher.term()));
    }
}
