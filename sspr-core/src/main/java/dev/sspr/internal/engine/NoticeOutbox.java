package dev.sspr.internal.engine;

import dev.sspr.flow.UnavailableException;
import dev.sspr.internal.messages.Recipient;
import dev.sspr.spi.Destination;
import dev.sspr.spi.Digest;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.Notifier;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Sends each pending message at least once, until its life is over; a duplicate keeps its id and is harmless. The flow's
 * state stores the rest as a {@link PendingNotice}.
 */
public final class NoticeOutbox {
    private final MessageDispatcher dispatcher;

    public NoticeOutbox(MessageDispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    /**
     * One message to one destination.
     *
     * @param occasion distinguishes this message from the last of its template in the flow
     */
    public record Outgoing(Destination to, String occasion, MessageContent content, Recipient recipient) {}

    /**
     * The result of one attempt.
     *
     * @param tried how many messages were handed to a notifier
     * @param accepted how many of them a notifier accepted
     * @param settled ids of those that were accepted or refused for good
     * @param complete whether no message is left to send
     * @param after how long a notifier asks to wait; zero if none asks
     */
    public record Attempt(int tried, int accepted, Set<Digest> settled, boolean complete, Duration after) {
        /** An attempt that could not be made. */
        public static final Attempt FAILED = new Attempt(0, 0, Set.of(), false, Duration.ZERO);

        /** An attempt in which there was nothing to send. */
        public static final Attempt NOTHING = new Attempt(0, 0, Set.of(), true, Duration.ZERO);

        /** Combines two results. */
        public Attempt and(Attempt other) {
            Set<Digest> both = new HashSet<>(settled);
            both.addAll(other.settled);
            return new Attempt(
                    tried + other.tried,
                    accepted + other.accepted,
                    both,
                    complete && other.complete,
                    after.compareTo(other.after) > 0 ? after : other.after);
        }
    }

    /** Sends every message that is not settled yet; if a notifier fails, the other messages are still sent. */
    public Attempt attempt(FlowId flow, PendingNotice notice, List<Outgoing> messages) {
        Attempt all = Attempt.NOTHING;
        for (Outgoing message : messages) {
            Digest id = dispatcher.id(flow, message.occasion(), message.to(), message.content());
            if (!notice.settled().contains(id)) {
                all = all.and(one(flow, message, id, notice.until()));
            }
        }
        return all;
    }

    private Attempt one(FlowId flow, Outgoing message, Digest id, Instant until) {
        Notifier.Delivery delivery;
        try {
            delivery = dispatcher.send(
                    flow, message.occasion(), message.to(), message.content(), message.recipient(), until);
        } catch (UnavailableException e) {
            return new Attempt(1, 0, Set.of(), false, Duration.ZERO);
        }
        if (delivery instanceof Notifier.Delivery.TryLater later) {
            return new Attempt(1, 0, Set.of(), false, later.after());
        }
        return new Attempt(1, delivery instanceof Notifier.Delivery.Accepted ? 1 : 0, Set.of(id), true, Duration.ZERO);
    }
}
