package dev.sspr.spi;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/**
 * Sends messages to users. The engine decides on recipient, content, time and frequency; a notifier only transports.
 *
 * <p>Contract (kit: {@code NotifierContract}):
 *
 * <ul>
 *   <li><b>N1</b> A message goes to its one destination only: no copy, no blind copy, no list (R-NOT-1, V-MULTI-1).
 *   <li><b>N2</b> If the channel is not among {@link #channels}, the answer is {@code Refused(WRONG_CHANNEL)} and
 *       nothing is sent.
 *   <li><b>N3</b> The delivered text is the message's text, whole, in every script. The notifier escapes it for its
 *       medium, so that no part can break out of it (R-NOT-9, R-NOT-10, V-INJ-5..8).
 *   <li><b>N4</b> A message with the same id is accepted again and has the same transport id (for mail, {@code
 *       Message-ID}), so that the receiving side can drop it.
 *   <li><b>N5</b> At {@code expiresAt} and later the answer is {@code Refused(EXPIRED)} and nothing is sent.
 *   <li><b>N6</b> A permanent refusal is {@code Refused}, a temporary one {@code TryLater}; after either, nothing was
 *       delivered.
 *   <li><b>N7</b> If the carrier fails, hangs or drops the connection, the call throws {@link
 *       BackendUnavailableException} within 30 seconds.
 *   <li><b>N8</b> No address, code, link or text reaches a log or an exception (R-LOG-1, V-LEAK-6).
 *   <li><b>N9</b> 64 threads may send at once; each message arrives once, with its own recipient and text.
 *   <li><b>N10</b> A null argument throws {@link NullPointerException}, and nothing is sent.
 * </ul>
 */
public interface Notifier {
    /**
     * The channels that this notifier serves.
     *
     * @return at least one, always the same
     */
    Set<Channel> channels();

    /**
     * Sends a message.
     *
     * @param message the message
     * @param now the engine's current time
     * @return the carrier's answer
     */
    Delivery send(Message message, Instant now);

    /** The answer to a message. */
    sealed interface Delivery {
        /** The carrier accepted the message; its delivery is not confirmed. */
        record Accepted() implements Delivery {}

        /**
         * The message will never be delivered in its present form.
         *
         * @param reason the reason
         */
        record Refused(Reason reason) implements Delivery {
            /** The reason of a permanent refusal. */
            public enum Reason {
                /** The carrier does not know the recipient. */
                UNKNOWN_RECIPIENT,
                /** This notifier does not serve the channel. */
                WRONG_CHANNEL,
                /** The message has expired. */
                EXPIRED,
                /** The carrier refuses the message for another reason. */
                REFUSED
            }

            /** Checks that there is a reason. */
            public Refused {
                Objects.requireNonNull(reason, "reason");
            }
        }

        /**
         * The carrier is busy or greylists the sender. Nothing was delivered.
         *
         * @param after the time to wait before the next attempt, more than 0
         */
        record TryLater(Duration after) implements Delivery {
            /**
             * Checks the time.
             *
             * @throws IllegalArgumentException if it is not positive
             */
            public TryLater {
                if (after.isNegative() || after.isZero()) {
                    throw new IllegalArgumentException("after must be positive");
                }
            }
        }
    }
}
