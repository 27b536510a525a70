package dev.sspr.password;

import java.util.List;

/** Compares the whole password with lists of common ones. A password may contain a common one (R-PWD-5). */
record CommonCheck(List<BannedTerms> lists) implements Check {
    @Override
    public void judge(Candidate password, PasswordContext about, FindingCollector collector) {
        collector.hear(!isListed(password), PasswordReason.COMMON, 0, 0);
    }

    private boolean isListed(Candidate password) {
        for (int i = 0; i < lists.size(); i++) {
            TermIndex index = lists.get(i).index();
            if (index.couldBeWhole(password.count()) && index.containsWhole(index.codes(password))) {
                return true;
            }
        }
        return false;
    }
}
