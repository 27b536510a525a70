package dev.sspr.spi;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/**
 * Carries messages to people. The engine decides who gets what, when and how often; a notifier transports.
 *
 * <p>Contract (kit: {@code NotifierContract}):
 *
 * <ul>
 *   <li><b>N1</b> A message goes to its one destination and to nobody else: no copy, no blind copy, no list (R-NOT-1,
 *       V-MULTI-1).
 *   <li><b>N2</b> A channel that is not among {@link #channels} is {@code Refused(WRONG_CHANNEL)}, and nothing is sent.
 *   <li><b>N3</b> What arrives is what the text says, whole, in every script; the medium's escaping is the notifier's
 *       work, and no part can break out of it (R-NOT-9, R-NOT-10, V-INJ-5..8).
 *   <li><b>N4</b> A message with the same id sent again is accepted again, and carries the same transport id (for mail,
 *       {@code Message-ID}) so that the receiving side can drop it.
 *   <li><b>N5</b> At {@code expiresAt} and later a message is {@code Refused(EXPIRED)}, and nothing is sent.
 *   <li><b>N6</b> A refusal for good is {@code Refused}, a refusal for now {@code TryLater}; after neither was anything
 *       delivered.
 *   <li><b>N7</b> A carrier that fails, hangs or drops the line is a {@link BackendUnavailableException} within 30
 *       seconds.
 *   <li><b>N8</b> No address, code, link or text reaches a log or an exception (R-LOG-1, V-LEAK-6).
 *   <li><b>N9</b> 64 threads may send at once; each message arrives once, with its own recipient and text.
 *   <li><b>N10</b> A null argument is a {@link NullPointerException}, and nothing is sent.
 * </ul>
 */
public interface Notifier {
    /**
     * The channels this notifier carries.
     *
     * @return at least one, always the same
     */
    Set<Channel> channels();

    /**
     * Sends a message.
     *
     * @param message what to send, to whom
     * @param now the engine's time
     * @return what the carrier said
     */
    Delivery send(Message message, Instant now);

    /** What a notifier answers to a message. */
    sealed interface Delivery {
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

            /** Checks the reason. */
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
