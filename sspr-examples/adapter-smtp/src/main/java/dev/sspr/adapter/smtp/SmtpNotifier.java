package dev.sspr.adapter.smtp;

import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.Channel;
import dev.sspr.spi.Message;
import dev.sspr.spi.Notifier;
import dev.sspr.spi.Notifier.Delivery.Refused.Reason;
import jakarta.mail.Session;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/**
 * Sends messages to mailboxes through one mail server.
 *
 * <p><b>Threads.</b> Immutable; any number of threads may send at once. Each send has a connection of its own, and a
 * pooled daemon thread for as long as it lasts.
 *
 * <p><b>Blocking.</b> Until the server has answered, at most {@link SmtpNotifierBuilder#sendTimeout}. An interrupt ends
 * the wait early.
 *
 * <p><b>Failure.</b> As the table in the package's description says. After a {@link BackendUnavailableException} the
 * server may or may not have taken the mail; a second try carries the same {@code Message-ID}.
 *
 * <p><b>Security duty.</b> Nothing is logged, also with every logger of the JVM turned on and {@code mail.debug} set. An
 * exception says the step, and the number of a reply or the type of an error; never its text, which can hold an address.
 */
public final class SmtpNotifier implements Notifier {
    private static final Set<Channel> CHANNELS = Set.of(Channel.EMAIL);

    private final Settings settings;

    SmtpNotifier(Settings settings) {
        this.settings = settings;
    }

    /**
     * Begins the settings with the two that have no default.
     *
     * @param host the submission server: a DNS name, which must stand in its certificate, or an IP address
     * @param sender who the mails are from
     * @return a builder
     * @throws IllegalArgumentException if the host is not a name or an address; the message says so
     */
    public static SmtpNotifierBuilder builder(String host, Sender sender) {
        return new SmtpNotifierBuilder(host, sender);
    }

    /** Mailboxes only. */
    @Override
    public Set<Channel> channels() {
        return CHANNELS;
    }

    /**
     * Sends a message as one mail.
     *
     * @throws BackendUnavailableException if the server cannot be reached or trusted, or gives no answer in time
     */
    @Override
    public Notifier.Delivery send(Message message, Instant now) {
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(now, "now");
        if (message.to().channel() != Channel.EMAIL) {
            return new Notifier.Delivery.Refused(Reason.WRONG_CHANNEL);
        }
        if (!now.isBefore(message.expiresAt())) {
            return new Notifier.Delivery.Refused(Reason.EXPIRED);
        }
        Line line = new Line();
        return Deadline.within(settings.timeouts().send(), () -> transmit(message, now, line), line::cut);
    }

    private Notifier.Delivery transmit(Message message, Instant now, Line line) throws Exception {
        Silence.keep();
        Session session = settings.session();
        byte[] letter = Letter.octets(session, settings.sender(), message, now);
        return new Conversation(session, settings).deliver(line, message.to().address(), letter);
    }

    /** The host and nothing else. */
    @Override
    public String toString() {
        return "SmtpNotifier[" + settings.host() + ":" + settings.port() + ", " + settings.tls() + "]";
    }
}
