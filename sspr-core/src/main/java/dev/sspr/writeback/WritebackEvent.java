package dev.sspr.writeback;

import dev.sspr.spi.UserId;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing that happened between two stores. It names an account by its id and holds no name, address or password.
 *
 * @param what what happened
 * @param user whose account, empty where none is known
 */
public record WritebackEvent(What what, Optional<UserId> user) {
    /** Checks the parts. */
    public WritebackEvent {
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(user, "user");
    }

    static WritebackEvent of(What what, UserId user) {
        return new WritebackEvent(what, Optional.of(user));
    }

    static WritebackEvent of(What what) {
        return new WritebackEvent(what, Optional.empty());
    }

    /** What can happen, with the event id of Entra where it has one. */
    public enum What {
        /** A password is on its way into both stores. */
        STARTED(31001),
        /** Both stores have it. */
        DONE(31002),
        /** Neither store was written. */
        FAILED(31003),
        /** The account is in one store only. */
        MISSING_IN_ONE(33002),
        /** The stores do not agree whose login name it is. */
        DOUBLE_MATCH(33003),
        /** A store says that the account may not be reset. */
        NOT_USABLE(33005),
        /** A store's own rules refuse the password. */
        REFUSED(33008),
        /** A store did not answer. */
        UNAVAILABLE(33001),
        /** The first store has the password, the second one is not known to have it (OnPremisesSuccessCloudFailure). */
        PARTLY(0),
        /** A repair made the old password in the second store useless. */
        REPAIRED(0),
        /** A repair found nothing left to do. */
        NOTHING_TO_REPAIR(0);

        private final int entraId;

        What(int entraId) {
            this.entraId = entraId;
        }

        /**
         * Entra's event id.
         *
         * @return 31001 to 33009, or 0 if Entra has none
         */
        public int entraId() {
            return entraId;
        }
    }
}
