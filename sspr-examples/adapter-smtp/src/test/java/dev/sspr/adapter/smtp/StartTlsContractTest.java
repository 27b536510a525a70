package dev.sspr.adapter.smtp;

import dev.sspr.spi.Secret;
import dev.sspr.spi.kit.Arrival;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** Over STARTTLS with a sign-in, and with the envelope in sight. */
final class StartTlsContractTest extends SmtpNotifierContract {
    private final ScriptedServer server = new ScriptedServer(script());

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Override
    int serverPort() {
        return server.port();
    }

    @Override
    SmtpNotifierBuilder settings(int port) {
        return SmtpNotifier.builder("localhost", Letters.SENDER)
                .port(port)
                .tlsContext(Certificates.GOOD.context())
                .login("sspr", Secret.of("secret"));
    }

    @Override
    Script refusal() {
        return script();
    }

    @Override
    protected List<Arrival> arrivals() {
        return server.accepted().stream()
                .map(exchange -> arrival(exchange.mail(), envelope(exchange)))
                .toList();
    }

    private static Script script() {
        return new Script().startTls(Certificates.GOOD).offers("STARTTLS", "AUTH PLAIN");
    }

    private static List<String> envelope(Exchange exchange) {
        return exchange.commandsOf("RCPT").stream()
                .map(command -> command.substring("RCPT TO:<".length(), command.length() - 1))
                .toList();
    }
}
