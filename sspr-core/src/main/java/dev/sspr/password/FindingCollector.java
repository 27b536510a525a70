package dev.sspr.password;

/** Receives the verdict of each rule. */
interface FindingCollector {
    /**
     * Takes the verdict of one rule.
     *
     * @param met whether the password keeps the rule
     * @param reason the finding if it does not
     * @param need the rule's number, or 0
     * @param have the password's number, or 0
     */
    void hear(boolean met, PasswordReason reason, int need, int have);
}
