package dev.sspr.adapter.smtp;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.sspr.spi.kit.Arrival;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;

/** Against a mail server that others wrote, without TLS. */
final class GreenMailContractTest extends SmtpNotifierContract {
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final List<Arrival> arrivals = new CopyOnWriteArrayList<>();

    GreenMailContractTest() {
        server.start();
        server.getUserManager().setMessageDeliveryHandler(this::deliver);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Override
    int serverPort() {
        return server.getSmtp().getPort();
    }

    @Override
    SmtpNotifierBuilder settings(int port) {
        return SmtpNotifier.builder("127.0.0.1", Letters.SENDER).port(port).tls(TlsMode.NONE_ON_LOOPBACK);
    }

    @Override
    Script refusal() {
        return new Script();
    }

    @Override
    protected List<Arrival> arrivals() {
        return arrivals;
    }

    /** Once for each recipient of the envelope, so that a second recipient is a second arrival. */
    private GreenMailUser deliver(MovingMessage mail, MailAddress recipient) throws UserException {
        arrivals.add(arrival(mail.getMessage(), List.of(recipient.getEmail())));
        String mailbox = recipient.getEmail();
        GreenMailUser user = server.getUserManager().getUserByEmail(mailbox);
        return user == null ? server.getUserManager().createUser(mailbox, mailbox, mailbox) : user;
    }
}
