package dev.sspr.spi.memory;

import dev.sspr.spi.Channel;
import dev.sspr.spi.Destination;
import dev.sspr.spi.Message;
import dev.sspr.spi.Notifier;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/**
 * A notifier that delivers to a test. It keeps a copy of every message until {@link #clear}; the copy stays readable
 * after the engine wipes its own.
 *
 * <p><b>Threads.</b> Safe for use by many threads.
 *
 * <p><b>Security duty.</b> Not for production: its holder can read codes and links.
 */
public final class InMemoryNotifier implements Notifier {
    private final Set<Channel> channels;
    private final ConcurrentLinkedQueue<Message> messages = new ConcurrentLinkedQueue<>();
    private final Faults faults = new Faults("the notifier");
    private volatile Function<Message, Notifier.Delivery> carrier = message -> new Notifier.Delivery.Accepted();

    /** Makes a notifier for all channels. */
    public InMemoryNotifier() {
        this(EnumSet.allOf(Channel.class));
    }

    /**
     * Makes a notifier.
     *
     * @param channels the channels it serves, at least one
     * @throws IllegalArgumentException if there is none
     */
    public InMemoryNotifier(Set<Channel> channels) {
        this.channels = Set.copyOf(channels);
        if (this.channels.isEmpty()) {
            throw new IllegalArgumentException("a notifier carries at least one channel");
        }
    }

    /**
     * The failures that a test can request.
     *
     * @return always the same
     */
    public Faults faults() {
        return faults;
    }

    /**
     * Sets the carrier's answers.
     *
     * @param carrier returns the answer to a message; only an accepted one is delivered; called outside any lock
     */
    public void answerWith(Function<Message, Notifier.Delivery> carrier) {
        this.carrier = Objects.requireNonNull(carrier, "carrier");
    }

    /**
     * The delivered messages; a message that was sent twice appears twice.
     *
     * @return the messages in the order of delivery
     */
    public List<Message> messages() {
        return List.copyOf(messages);
    }

    /**
     * The last message delivered to an address.
     *
     * @param address the mailbox or number, exactly as in the destination
     * @return the message, or empty if there is none
     */
    public Optional<Message> lastTo(String address) {
        Objects.requireNonNull(address, "address");
        return messages.stream()
                .filter(message -> message.to().address().equals(address))
                .reduce((earlier, later) -> later);
    }

    /**
     * The last message delivered to a destination.
     *
     * @param destination the destination
     * @return the message, or empty if there is none
     */
    public Optional<Message> lastTo(Destination destination) {
        Objects.requireNonNull(destination, "destination");
        return messages.stream()
                .filter(message -> message.to().equals(destination))
                .reduce((earlier, later) -> later);
    }

    /** Removes all messages. */
    public void clear() {
        messages.clear();
    }

    @Override
    public Set<Channel> channels() {
        return channels;
    }

    @Override
    public Notifier.Delivery send(Message message, Instant now) {
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(now, "now");
        return faults.around("send", () -> {
            if (!channels.contains(message.to().channel())) {
                return new Notifier.Delivery.Refused(Notifier.Delivery.Refused.Reason.WRONG_CHANNEL);
            }
            if (!now.isBefore(message.expiresAt())) {
                return new Notifier.Delivery.Refused(Notifier.Delivery.Refused.Reason.EXPIRED);
            }
            Message copy = MessageCopies.copy(message);
            Notifier.Delivery answer = carrier.apply(copy);
            if (answer instanceof Notifier.Delivery.Accepted) {
                messages.add(copy);
            }
            return answer;
        });
    }
}
