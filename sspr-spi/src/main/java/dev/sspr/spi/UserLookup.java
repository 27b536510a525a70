package dev.sspr.spi;

import java.util.Objects;

/** What a store answers when asked for a login name: none, one, or ambiguous. */
public sealed interface UserLookup {
    /** Nobody has this login name. */
    record None() implements UserLookup {}

    /**
     * Exactly one account has it.
     *
     * @param account the account
     * @param matched the canonical form of the login name that the store keeps: the engine compares it with what it asked for and
     *     refuses a difference (R-UNI-3, V-UNI-1)
     */
    record One(Account account, LoginName matched) implements UserLookup {
        /**
         * Checks the parts.
         *
         * @param account as above
         * @param matched as above
         */
        public One {
            Objects.requireNonNull(account, "account");
            Objects.requireNonNull(matched, "matched");
        }
    }

    /** More than one account has it, or an unverified attribute matched: treated as nobody (R-UNI-4). */
    record Ambiguous() implements UserLookup {}
}
