package dev.sspr.password;

import dev.sspr.policy.WordRules;
import java.util.List;
import java.util.Optional;

/** Checks the terms in a password: it refuses them, or scores them. */
record TermCheck(WordRules rules, List<BannedTerms> lists) implements Check {
    @Override
    public void judge(Candidate password, PasswordContext about, FindingCollector collector) {
        if (rules.terms() == WordRules.Terms.CONTAINED) {
            collector.hear(!containsAny(password), PasswordReason.CONTAINS_TERM, 0, 0);
            return;
        }
        Scoring scoring = new Scoring(password, lists, rules);
        int points = scoring.score();
        scoring.wipe();
        boolean met = points >= WordRules.POINTS;
        boolean custom = !met && hasCustom(password);
        collector.hear(
                met,
                custom ? PasswordReason.BANNED_BY_ORGANISATION : PasswordReason.TOO_PREDICTABLE,
                WordRules.POINTS,
                points);
    }

    private boolean containsAny(Candidate password) {
        for (int i = 0; i < lists.size(); i++) {
            TermIndex index = lists.get(i).index();
            char[] codes = index.codes(password);
            for (int place = 0; place + TermIndex.SHORTEST <= codes.length; place++) {
                if (index.exactAt(codes, place) != 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean hasCustom(Candidate password) {
        Optional<BannedTerms.Source> custom = Optional.of(BannedTerms.Source.CUSTOM);
        return lists.stream().anyMatch(list -> custom.get() == list.source())
                && new Explanation(password, lists, rules)
                        .of(List.of()).parts().stream()
                                .anyMatch(part -> part.source().equals(custom));
    }
}
