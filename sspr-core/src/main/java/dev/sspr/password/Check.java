package dev.sspr.password;

/** One rule. It allocates nothing for a password that keeps it. */
interface Check {
    void judge(Candidate password, PasswordContext about, FindingCollector collector);
}
