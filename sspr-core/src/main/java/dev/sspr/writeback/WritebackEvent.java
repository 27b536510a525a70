package dev.sspr.writeback;

import dev.sspr.spi.UserId;
import java.util.Objects;
import java.util.Optional;

/**
 * One event between two stores. It names an account by its id and holds no name, address or password.
 *
 * @param what the kind of event
 * @param user the account, empty if it is not known
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

    /** The kinds of events, with the event id of Entra if there is one. */
    public enum What {
        /** A password is being written to both stores. */
        STARTED(31001),
        /** Both stores have it. */
        DONE(31002),
        /** Neither store was written. */
        FAILED(31003),
        /** The account is in one store only. */
        MISSING_IN_ONE(33002),
        /** The stores disagree about the owner of a login name. */
        DOUBLE_MATCH(33003),
        /** A store says that the account may not be reset. */
        NOT_USABLE(33005),
        /** A store's own rules refuse the password. */
        REFUSED(33008),
        /** A store did not answer. */
        UNAVAILABLE(33001),
        /**
         * The first store has the password, and it is not known whether the second has it
         * (OnPremisesSuccessCloudFailure).
         */
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
         * Returns Entra's event id.
         *
         * @return 31001 to 33009, or 0 if Entra has none
         */
        public int entraId() {
            return entraId;
        }
    }
}
