package dev.sspr.internal.engine;

import dev.sspr.internal.messages.MessageWriter;
import dev.sspr.internal.messages.Recipient;
import dev.sspr.internal.secret.DigestInput;
import dev.sspr.internal.secret.DigestLabel;
import dev.sspr.internal.secret.KeyedDigest;
import dev.sspr.spi.Channel;
import dev.sspr.spi.Destination;
import dev.sspr.spi.Digest;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.Message;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.Notifier;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes messages and hands them to the notifier of their channel. */
public final class MessageDispatcher {
    private final Map<Channel, Notifier> notifiers = new EnumMap<>(Channel.class);
    private final MessageWriter writer;
    private final KeyedDigest digest;
    private final InstantSource clock;

    /** Makes a dispatcher; if two notifiers have one channel, the first is used. */
    public MessageDispatcher(List<Notifier> all, MessageWriter writer, KeyedDigest digest, InstantSource clock) {
        for (Notifier notifier : all) {
            notifier.channels().forEach(channel -> notifiers.putIfAbsent(channel, notifier));
        }
        this.writer = writer;
        this.digest = digest;
        this.clock = clock;
    }

    /** Returns the channels that have a notifier. */
    public Set<Channel> channels() {
        return notifiers.keySet();
    }

    /** Returns whether messages name the account that they are about. */
    public boolean namesAccounts() {
        return writer.namesAccounts();
    }

    /**
     * Sends one message to one destination.
     *
     * @param occasion distinguishes this message from the last one of its template in the flow
     * @throws dev.sspr.flow.UnavailableException if the notifier failed
     */
    public Notifier.Delivery send(
            FlowId flow,
            String occasion,
            Destination to,
            MessageContent content,
            Recipient recipient,
            Instant expiresAt) {
        Notifier notifier = notifiers.get(to.channel());
        if (notifier == null) {
            return new Notifier.Delivery.Refused(Notifier.Delivery.Refused.Reason.WRONG_CHANNEL);
        }
        Instant now = clock.instant();
        Digest id = id(flow, occasion, to, content);
        MessageWriter.Written written = writer.write(content, to.channel(), recipient, now);
        Message message = new Message(id, to, content, written.language(), written.text(), expiresAt);
        return notifier.send(message, now);
    }

    /** Returns the id of a message, the same for each attempt, so that the receiver can drop duplicates. */
    public Digest id(FlowId flow, String occasion, Destination to, MessageContent content) {
        return digest.digest(new DigestInput(DigestLabel.MESSAGE)
                .with(flow.digest())
                .with(content.template())
                .with(occasion)
                .with(to.id()));
    }
}
