package dev.sspr.password;

import dev.sspr.policy.WordRules;
import dev.sspr.policy.WordRules.LeftOver;
import dev.sspr.policy.WordRules.Names;
import dev.sspr.policy.WordRules.Terms;
import java.util.List;

/** The evaluator apart from every other rule and from the bundled list. */
final class Evaluations {
    static final WordRules C = new WordRules(Names.CONTAINED, 4, Terms.SCORED_EXACT, LeftOver.EACH);
    static final WordRules D = new WordRules(Names.CONTAINED, 4, Terms.SCORED_NEAR, LeftOver.EACH);

    private Evaluations() {}

    static BannedEvaluation of(WordRules rules, List<String> terms, List<String> names, String password) {
        return of(rules, BannedTerms.custom(terms), names, password);
    }

    static BannedEvaluation of(WordRules rules, BannedTerms terms, List<String> names, String password) {
        Candidate candidate = Candidate.of(password.toCharArray());
        List<int[]> found = new NameCheck(rules, names).found(candidate, PasswordContext.first(List.of()));
        return new Explanation(candidate, List.of(terms), rules).of(found);
    }
}
