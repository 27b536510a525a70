package dev.sspr.spi;

import java.util.Objects;

/** What became of an account's lock. */
public sealed interface Unlocking {
    /** It was lifted by this call. */
    record Unlocked() implements Unlocking {}

    /** There was none; nothing was written. */
    record NotLocked() implements Unlocking {}

    /** The account's generation is not the expected one; nothing was written. */
    record Stale() implements Unlocking {}

    /**
     * The account does not exist or is out of use for another reason; nothing was written.
     *
     * @param status why; {@link AccountStatus#UNKNOWN} for an account that is gone
     */
    record NotUsable(AccountStatus status) implements Unlocking {
        /**
         * Checks the status.
         *
         * @param status as above
         */
        public NotUsable {
            Objects.requireNonNull(status, "status");
        }
    }
}
