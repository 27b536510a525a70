package dev.sspr.adapter.smtp;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.sspr.spi.kit.Arrival;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;

/** Against a mail server that others wrote, without TLS. */
final class GreenMailContractTest extends SmtpNotifierContract {
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    GreenMailContractTest() {
        server.start();
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

    /** A mailbox holds a copy for each recipient of the envelope, so a second recipient would be a second arrival. */
    @Override
    protected List<Arrival> arrivals() {
        return Stream.of(server.getReceivedMessages())
                .map(mail -> arrival(mail, List.of()))
                .toList();
    }
}
