package dev.sspr.password;

import dev.sspr.policy.PasswordPolicy;
import dev.sspr.policy.PasswordPolicy.ReuseRules;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Secret;
import java.util.Arrays;

/** Compares a password with the current one, if that is known, and checks the age of the current one. */
record CurrentCheck(ReuseRules rules) implements Check {
    @Override
    public void judge(Candidate password, PasswordContext about, FindingCollector collector) {
        if (about.current().isPresent()) {
            Secret current = about.current().get();
            int depth = about.purpose() == Purpose.RESET ? rules.onReset() : rules.onChange();
            boolean bounded = current.length() <= PasswordPolicy.MAX_BYTES;
            if (depth > 0) {
                boolean same = bounded && current.exposeTo(chars -> Arrays.equals(chars, password.chars()));
                collector.hear(!same, PasswordReason.SAME_AS_CURRENT, 0, 0);
            }
            if (rules.differences() > 0) {
                boolean far = !bounded || current.exposeTo(chars -> far(Candidate.of(chars), password));
                collector.hear(far, PasswordReason.SIMILAR_TO_CURRENT, rules.differences(), 0);
            }
        }
        if (about.purpose() == Purpose.CHANGE
                && about.age().isPresent()
                && rules.minimumAge().compareTo(about.age().get()) > 0) {
            int hours = (int) rules.minimumAge().plusMinutes(59).toHours();
            collector.hear(false, PasswordReason.TOO_SOON, hours, 0);
        }
    }

    private boolean far(Candidate old, Candidate password) {
        boolean far = EditDistance.atLeast(old, password, rules.differences());
        old.wipe();
        return far;
    }
}
