package dev.sspr.password;

/** Hears what each rule says. */
interface FindingCollector {
    /**
     * One rule's verdict.
     *
     * @param met whether the password keeps the rule
     * @param reason what is wrong if it does not
     * @param need the rule's number, or 0
     * @param have the password's number, or 0
     */
    void hear(boolean met, PasswordReason reason, int need, int have);
}
