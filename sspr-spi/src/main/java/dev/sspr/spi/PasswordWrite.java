package dev.sspr.spi;

import java.util.List;
import java.util.Objects;

/** What became of a new password. */
public sealed interface PasswordWrite {
    /**
     * The account has the new password.
     *
     * @param now its new generation
     */
    record Written(Generation now) implements PasswordWrite {
        /**
         * Checks the generation.
         *
         * @param now as above
         */
        public Written {
            Objects.requireNonNull(now, "now");
        }
    }

    /** The account's generation is not the expected one; nothing was written. */
    record Stale() implements PasswordWrite {}

    /**
     * The store's own rules refuse this password; nothing was written.
     *
     * @param reasons at least one; {@code password.refused-by-store} where the backend gives none
     */
    record Rejected(List<Finding> reasons) implements PasswordWrite {
        /**
         * Copies the reasons.
         *
         * @param reasons as above
         * @throws IllegalArgumentException if there is none
         */
        public Rejected {
            reasons = List.copyOf(reasons);
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("a refusal needs a reason");
            }
        }
    }

    /**
     * The account does not exist or may not be reset; nothing was written.
     *
     * @param status why; {@link AccountStatus#UNKNOWN} for an account that is gone
     */
    record NotUsable(AccountStatus status) implements PasswordWrite {
        /**
         * Checks the status.
         *
         * @param status as above
         */
        public NotUsable {
            Objects.requireNonNull(status, "status");
        }
    }

    /**
     * One of two stores has the new password, the other is not known to have it; only a store made of two answers this.
     * The generation has changed, and everything that follows a new password must follow. The person is told: done here,
     * not everywhere; try signing in in some minutes or set it again (RST-22).
     *
     * @param why what hindered the other store
     * @param reasons the other store's reasons if it refused the password, none otherwise
     */
    record Partly(Why why, List<Finding> reasons) implements PasswordWrite {
        /** What hindered the other store. */
        public enum Why {
            /** Its own rules refuse the password. */
            REFUSED,
            /** It did not answer: whether it was written there is not known. */
            UNAVAILABLE,
            /** Somebody else changed the account there in the meantime. */
            STALE,
            /** The account there went, or may no longer be reset. */
            NOT_USABLE
        }

        /**
         * Copies the reasons.
         *
         * @param why as above
         * @param reasons as above
         */
        public Partly {
            Objects.requireNonNull(why, "why");
            reasons = List.copyOf(reasons);
        }
    }
}
