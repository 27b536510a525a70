package dev.sspr.adapter.smtp;

import dev.sspr.adapter.smtp.Script.Moment;
import dev.sspr.spi.Notifier;
import dev.sspr.spi.kit.Arrival;
import dev.sspr.spi.kit.NotifierContract;
import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The contract of the SPI, for a notifier that talks to a server through a switchboard. */
abstract class SmtpNotifierContract extends NotifierContract {
    private ScriptedServer refusing;
    private final ScriptedServer busy = new ScriptedServer(new Script().reply(Moment.GREETING, "421 later"));
    private final ScriptedServer hanging = new ScriptedServer(new Script().reply(Moment.EHLO, Script.HANG));
    private Switchboard switchboard;
    private Notifier notifier;
    private Ears ears;

    /** The port of the server that takes mail. */
    abstract int serverPort();

    abstract SmtpNotifierBuilder settings(int port);

    /** A server of the same kind that knows no recipient. */
    abstract Script refusal();

    @BeforeEach
    void connect() {
        ears = Ears.open();
        refusing = new ScriptedServer(refusal().reply(Moment.RCPT, "550 no such user"));
        switchboard = new Switchboard(serverPort());
        notifier =
                settings(switchboard.port()).readTimeout(Duration.ofSeconds(3)).build();
    }

    @AfterEach
    void disconnect() throws IOException {
        ears.close();
        switchboard.close();
        refusing.close();
        busy.close();
        hanging.close();
    }

    @Override
    protected final Notifier notifier() {
        return notifier;
    }

    @Override
    protected final String logged() {
        return ears.heard();
    }

    @Override
    protected final void outage(boolean on) {
        switchboard.target(on ? Switchboard.NOBODY : serverPort());
    }

    @Override
    protected final boolean hang(boolean on) {
        switchboard.target(on ? hanging.port() : serverPort());
        return true;
    }

    @Override
    protected final boolean refuseForGood(boolean on) {
        switchboard.target(on ? refusing.port() : serverPort());
        return true;
    }

    @Override
    protected final boolean refuseForNow(boolean on) {
        switchboard.target(on ? busy.port() : serverPort());
        return true;
    }

    static Arrival arrival(MimeMessage mail, List<String> envelope) {
        try {
            List<String> recipients = new ArrayList<>(envelope);
            for (Address address : mail.getAllRecipients()) {
                recipients.add(((InternetAddress) address).getAddress());
            }
            Multipart parts = (Multipart) mail.getContent();
            return new Arrival(
                    mail.getMessageID(),
                    recipients,
                    Optional.of(mail.getSubject()),
                    text(parts.getBodyPart(0)),
                    Optional.of(text(parts.getBodyPart(1))));
        } catch (MessagingException | IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(BodyPart part) throws MessagingException, IOException {
        return (String) part.getContent();
    }
}
