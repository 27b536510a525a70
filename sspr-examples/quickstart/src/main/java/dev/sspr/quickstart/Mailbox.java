package dev.sspr.quickstart;

import dev.sspr.spi.Channel;
import dev.sspr.spi.Message;
import dev.sspr.spi.Notifier;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A notifier whose messages appear on the terminal: the person's mailbox and phone in one. */
final class Mailbox implements Notifier {
    private final BlockingQueue<Message> arrived = new LinkedBlockingQueue<>();

    @Override
    public Set<Channel> channels() {
        return EnumSet.of(Channel.EMAIL, Channel.SMS);
    }

    @Override
    public Notifier.Delivery send(Message message, Instant now) {
        arrived.add(message);
        return new Notifier.Delivery.Accepted();
    }

    /** The next message, if one arrives in time: the engine sends after it has answered. */
    Optional<Message> next(Duration patience) {
        try {
            return Optional.ofNullable(arrived.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** The message as it is, in a frame. */
    static String framed(Message message) {
        StringBuilder frame = new StringBuilder("  +-- ")
                .append(message.to().channel() == Channel.EMAIL ? "E-mail" : "Text message")
                .append(" to ")
                .append(message.to().address())
                .append("\n  | ")
                .append(message.text().subject())
                .append("\n  |\n");
        message.text()
                .exposePlainText()
                .lines()
                .forEach(line -> frame.append("  | ").append(line).append('\n'));
        return frame.append("  +--").toString();
    }
}
