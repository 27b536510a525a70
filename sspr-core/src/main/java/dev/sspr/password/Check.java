package dev.sspr.password;

/** One password rule. It allocates nothing for a password that keeps the rule. */
interface Check {
    void judge(Candidate password, PasswordContext about, FindingCollector collector);
}
