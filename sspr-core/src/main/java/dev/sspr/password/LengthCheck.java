package dev.sspr.password;

import dev.sspr.policy.PasswordPolicy;

/** Checks the number of code points, and the maximum number of bytes (R-PWD-1, R-PWD-2). */
record LengthCheck(PasswordPolicy policy) implements Check {
    @Override
    public void judge(Candidate password, PasswordContext about, FindingCollector collector) {
        int least = about.proven() == PasswordContext.Proven.SECOND_FACTOR
                ? policy.minimumLengthWithSecondFactor()
                : policy.minimumLength();
        collector.hear(password.count() >= least, PasswordReason.TOO_SHORT, least, password.count());
        collector.hear(fits(password, policy), PasswordReason.TOO_LONG, policy.maximumLength(), 0);
    }

    static boolean fits(Candidate password, PasswordPolicy policy) {
        return password.count() <= policy.maximumLength() && password.bytes() <= PasswordPolicy.MAX_BYTES;
    }
}
