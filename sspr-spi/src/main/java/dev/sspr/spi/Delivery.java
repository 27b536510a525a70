package dev.sspr.spi;

import java.time.Duration;
import java.util.Objects;

/** What a notifier answers to a message. */
public sealed interface Delivery {
    /** The carrier took the message; whether it arrives is the carrier's affair. */
    record Accepted() implements Delivery {}

    /**
     * It will never be delivered as it is.
     *
     * @param reason why
     */
    record Refused(Reason reason) implements Delivery {
        /** Why a message is refused for good. */
        public enum Reason {
            /** The carrier does not know the recipient. */
            UNKNOWN_RECIPIENT,
            /** This notifier does not carry that channel. */
            WRONG_CHANNEL,
            /** The message's time is over. */
            EXPIRED,
            /** The carrier refuses the message for another reason. */
            REFUSED
        }

        /**
         * Checks the reason.
         *
         * @param reason as above
         */
        public Refused {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * Not now: the carrier is busy, or greylists. Nothing was delivered.
     *
     * @param after when another try makes sense; more than 0
     */
    record TryLater(Duration after) implements Delivery {
        /**
         * Checks the time.
         *
         * @param after as above
         * @throws IllegalArgumentException if it is not positive
         */
        public TryLater {
            if (after.isNegative() || after.isZero()) {
                throw new IllegalArgumentException("after must be positive");
            }
        }
    }
}
