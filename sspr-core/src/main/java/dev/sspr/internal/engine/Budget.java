package dev.sspr.internal.engine;

/**
 * Every counter of the library, with the word that its stored key is made of. The page {@code docs/budgets.md} lists each
 * with its number, and a test compares the two.
 */
public enum Budget {
    STARTS_OF_NAME("start"),
    STARTS_OF_SOURCE("start-source"),
    GUESSES_TODAY("guess"),
    GUESSES_IN_A_ROW("guess-row"),
    GUESSES_OF_TENANT("guess-tenant"),
    DECOY_GUESSES("guess-decoy"),
    MESSAGES("send"),
    MESSAGES_OF_HELP_DESK("send-helped"),
    MESSAGES_TO_ACCOUNT("send-account"),
    MESSAGES_OF_REGISTRATION("send-registering"),
    MESSAGES_OF_REGISTRATION_TO_LINE("send-registering-line"),
    MESSAGES_TO_PREFIX("send-prefix"),
    RECOVERY_NOTICES("notice-recovery"),
    PROMPTS("prompt"),
    PASSES("pass"),
    PASSWORDS_REFUSED("password-refused"),
    PASSWORDS_AFTER_COMMIT("set-check"),
    REGISTRATIONS_OPENED("register-open"),
    ENROLMENTS("enrol"),
    CONFIRMATIONS("confirm"),
    CHANGES_OPENED("change-open"),
    /** A mark: the owner's reports of a day, which require an extra proof. */
    REPORTS("report"),
    /** A mark: the help desk began the flow. */
    HELPED("helped"),
    /** A mark: a code was used, so that security info put back by hand does not make it good again. */
    USED_CODES("used-code"),
    /** A mark: an address has accepted a notice of a recovery, or of a disabled method. */
    NOTICE_ACCEPTED("notice-accepted"),
    /** A count without a limit: accounts that share a destination. */
    ACCOUNTS_OF_DESTINATION("shared");

    private final String word;

    Budget(String word) {
        this.word = word;
    }

    /** Returns the word in the keys of stored counters, which never changes. */
    String word() {
        return word;
    }
}
