package dev.sspr.adapter.smtp;

import static dev.sspr.adapter.smtp.Letters.CODE;
import static dev.sspr.adapter.smtp.Letters.LINK;
import static dev.sspr.adapter.smtp.Letters.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.sspr.adapter.smtp.Script.Moment;
import dev.sspr.spi.Notifier;
import dev.sspr.spi.Secret;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing of a message is printed, logged or thrown, however hard somebody turns the knobs. */
@Tag("N8")
@Tag("R-LOG-1")
@Tag("V-LEAK-6")
final class QuietTest {
    private static final String PASSWORD = "canary-password";
    /** All of the mail library's that print. */
    private static final Map<String, String> KNOBS = Map.of(
            "mail.debug", "true",
            "mail.debug.auth", "true",
            "mail.debug.auth.password", "true",
            "mail.socket.debug", "true",
            "mail.mime.debug", "true");

    /** A field, because a level is forgotten with a logger that nobody holds. */
    private static final List<Logger> OURS =
            List.of(Logger.getLogger("dev.sspr.adapter.smtp"), Logger.getLogger("dev.sspr.adapter.smtp.protocol"));

    private Ears ears;

    @BeforeEach
    void listen() {
        KNOBS.forEach(System::setProperty);
        ears = Ears.open();
    }

    @AfterEach
    void stopListening() {
        ears.close();
        KNOBS.keySet().forEach(System::clearProperty);
    }

    @Test
    void send_accepted_leavesNoTrace() throws IOException {
        assertThat(send(new Script().offers("AUTH PLAIN"))).isNull();

        assertSilent(ears.heard());
    }

    @Test
    void send_loggersOfThisPackageTurnedOn_leavesNoTrace() throws IOException {
        OURS.forEach(logger -> logger.setLevel(Level.ALL));

        assertThat(send(new Script().offers("AUTH PLAIN"))).isNull();

        assertSilent(ears.heard());
    }

    @Test
    void ears_otherLoggers_areHeard() {
        Logger.getLogger("org.eclipse.angus.mail.smtp").finest("one");
        Logger.getLogger("somebody").finest("two");
        System.out.println("three");

        assertThat(ears.heard()).contains("one", "two", "three");
    }

    @ParameterizedTest
    @CsvSource({
        "MAIL, 550 <sspr@example.org> no",
        "RCPT, 550 <ann@example.net> no such user K7QM-4TXW-9D",
        "RCPT, 450 <ann@example.net> later",
        "RCPT, 530 <ann@example.net> sign in",
        "RCPT, drop",
        "RCPT, hang",
        "RCPT, ann@example.net",
        "DATA, 554 ann@example.net",
        "END_OF_CONTENT, 550 ann@example.net",
        "END_OF_CONTENT, drop",
        "AUTH, 535 canary-password is wrong",
        "GREETING, 554 ann@example.net"
    })
    void send_fails_leavesNoTraceInLogOrException(Moment moment, String reply) throws IOException {
        Throwable thrown = send(new Script().offers("AUTH PLAIN").reply(moment, reply));

        assertSilent(ears.heard());
        if (thrown != null) {
            assertThat(thrown).hasNoCause().hasNoSuppressedExceptions();
            assertSilent(thrown.toString());
        }
    }

    @Test
    void toString_settingsWithPassword_hidesIt() {
        assertThat(notifier(1)).hasToString("SmtpNotifier[127.0.0.1:1, NONE_ON_LOOPBACK]");
        assertSilent(new Login("sspr", Secret.of(PASSWORD)).toString());
    }

    private static void assertSilent(String told) {
        for (String secret : List.of("ann@", "example.net", CODE, LINK, "Your code", PASSWORD, "Y2FuYXJ5")) {
            assertThat(told).doesNotContain(secret);
        }
    }

    private static Throwable send(Script script) throws IOException {
        try (ScriptedServer server = new ScriptedServer(script)) {
            SmtpNotifier notifier = notifier(server.port());
            return catchThrowable(() -> assertThat(notifier.send(Letters.simple(), NOW))
                    .isInstanceOfAny(
                            Notifier.Delivery.Accepted.class,
                            Notifier.Delivery.Refused.class,
                            Notifier.Delivery.TryLater.class));
        }
    }

    private static SmtpNotifier notifier(int port) {
        return SmtpNotifier.builder("127.0.0.1", Letters.SENDER)
                .port(port)
                .tls(TlsMode.NONE_ON_LOOPBACK)
                .login("sspr", Secret.of(PASSWORD))
                .readTimeout(Duration.ofSeconds(4))
                .build();
    }
}
