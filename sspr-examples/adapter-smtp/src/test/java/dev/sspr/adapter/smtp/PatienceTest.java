package dev.sspr.adapter.smtp;

import static dev.sspr.adapter.smtp.Letters.NOW;
import static dev.sspr.adapter.smtp.Letters.saying;
import static dev.sspr.adapter.smtp.Letters.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sspr.adapter.smtp.Script.Moment;
import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.Message;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing that a server or a network does holds a caller for long. */
@Tag("N7")
@Timeout(20)
final class PatienceTest {
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(20);

    @ParameterizedTest
    @EnumSource(names = {"GREETING", "EHLO", "MAIL", "RCPT", "DATA", "END_OF_CONTENT"})
    void send_serverHangs_endsAfterReadTimeout(Moment moment) throws IOException {
        try (ScriptedServer server = new ScriptedServer(new Script().reply(moment, Script.HANG))) {
            SmtpNotifier notifier = Letters.plain(server).readTimeout(SHORT).build();

            assertEndsWithin(Duration.ofSeconds(5), notifier, Letters.simple(), "SocketTimeoutException");
            server.only().awaitEnd();
        }
    }

    @Test
    void send_serverHangsInTlsHandshake_endsAfterReadTimeout() throws IOException {
        try (ScriptedServer server = new ScriptedServer(new Script().reply(Moment.GREETING, Script.HANG))) {
            SmtpNotifier notifier = SmtpNotifier.builder("localhost", Letters.SENDER)
                    .port(server.port())
                    .tls(TlsMode.IMPLICIT_TLS)
                    .readTimeout(SHORT)
                    .build();

            assertEndsWithin(Duration.ofSeconds(5), notifier, Letters.simple(), "SocketTimeoutException");
        }
    }

    @Test
    void send_serverDripsOctets_endsAfterSendTimeoutAndTheLineIsCut() throws IOException {
        try (ScriptedServer server = new ScriptedServer(new Script().drips(100))) {
            SmtpNotifier notifier = Letters.plain(server).sendTimeout(SHORT).build();

            assertEndsWithin(Duration.ofSeconds(5), notifier, Letters.simple(), "longer than 300 ms");
            server.only().awaitEnd();
        }
    }

    @Test
    void send_serverStopsReading_endsAfterWriteTimeout() throws IOException {
        Message large = saying("Hi", words("x".repeat(8_000_000)));
        try (ScriptedServer server = new ScriptedServer(new Script().reply(Moment.DATA, Script.DEAF))) {
            SmtpNotifier notifier = Letters.plain(server).writeTimeout(SHORT).build();

            assertEndsWithin(Duration.ofSeconds(15), notifier, large, "step CONTENT");
        }
    }

    @Test
    void send_serverStopsReading_endsAfterSendTimeout() throws IOException {
        Message large = saying("Hi", words("x".repeat(8_000_000)));
        try (ScriptedServer server = new ScriptedServer(new Script().reply(Moment.DATA, Script.DEAF))) {
            SmtpNotifier notifier = Letters.plain(server)
                    .writeTimeout(LONG)
                    .sendTimeout(Duration.ofSeconds(3))
                    .build();

            assertEndsWithin(Duration.ofSeconds(8), notifier, large, "longer than 3000 ms");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"GREETING", "EHLO", "RCPT"})
    void send_serverNeverStopsTalking_isCutOffBeforeMemoryFills(Moment moment) throws IOException {
        try (ScriptedServer server = new ScriptedServer(new Script().reply(moment, Script.FLOOD))) {
            assertEndsWithin(Duration.ofSeconds(10), Letters.plain(server).build(), Letters.simple(), "IOException");
        }
    }

    @Test
    void send_nobodyListens_isUnavailableAtOnce() throws IOException {
        int port;
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = gone.getLocalPort();
        }
        SmtpNotifier notifier =
                SmtpNotifier.builder("127.0.0.1", Letters.SENDER).port(port).build();

        assertEndsWithin(Duration.ofSeconds(5), notifier, Letters.simple(), "ConnectException");
    }

    @Test
    void send_connectionIsNotAccepted_endsAfterConnectTimeout() throws IOException {
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket first = new Socket(full.getInetAddress(), full.getLocalPort());
                Socket second = new Socket(full.getInetAddress(), full.getLocalPort())) {
            assertThat(first.isConnected() && second.isConnected()).isTrue();
            SmtpNotifier notifier = SmtpNotifier.builder("127.0.0.1", Letters.SENDER)
                    .port(full.getLocalPort())
                    .connectTimeout(SHORT)
                    .build();

            assertEndsWithin(Duration.ofSeconds(5), notifier, Letters.simple(), "SocketTimeoutException");
        }
    }

    @Test
    void send_callerInterrupted_endsAtOnceAndStaysInterrupted() throws Exception {
        try (ScriptedServer server = new ScriptedServer(new Script().reply(Moment.MAIL, Script.HANG))) {
            SmtpNotifier notifier = Letters.plain(server).readTimeout(LONG).build();
            AtomicReference<Throwable> thrown = new AtomicReference<>();
            CountDownLatch interrupted = new CountDownLatch(1);
            Thread caller = new Thread(() -> {
                try {
                    notifier.send(Letters.simple(), NOW);
                } catch (RuntimeException e) {
                    thrown.set(e);
                }
                if (Thread.currentThread().isInterrupted()) {
                    interrupted.countDown();
                }
            });
            caller.start();
            caller.interrupt();

            assertThat(interrupted.await(5, TimeUnit.SECONDS)).isTrue();
            assertThat(thrown.get()).isInstanceOf(BackendUnavailableException.class);
        }
    }

    private static void assertEndsWithin(Duration bound, SmtpNotifier notifier, Message message, String why) {
        long begun = System.nanoTime();
        assertThatThrownBy(() -> notifier.send(message, NOW))
                .isInstanceOf(BackendUnavailableException.class)
                .hasMessageContaining(why)
                .hasNoCause();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(bound);
    }
}
