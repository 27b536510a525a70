package dev.sspr.adapter.smtp;

import static dev.sspr.adapter.smtp.Letters.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sspr.adapter.smtp.Script.Moment;
import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.Notifier;
import dev.sspr.spi.Secret;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** No mail and no password reach a server that is not the one, or cross the network in the clear. */
@Tag("R-LOG-1")
final class TrustTest {
    private static final String PASSWORD = "pass word \u00e9\ud83d\udd10";
    /** NUL user NUL password in Base64. */
    private static final String PLAIN = "AUTH PLAIN AHNzcHIAcGFzcyB3b3JkIMOp8J+UkA==";

    @ParameterizedTest
    @EnumSource(names = {"STARTTLS_REQUIRED", "IMPLICIT_TLS"})
    void send_trustedServer_isAcceptedUnderTls(TlsMode mode) throws IOException {
        try (ScriptedServer server = server(mode, Certificates.GOOD)) {
            assertThat(trusting(server, mode, Certificates.GOOD).send(Letters.simple(), NOW))
                    .isEqualTo(new Notifier.Delivery.Accepted());
            assertThat(server.only().secure).isTrue();
            server.only().assertSound();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "STARTTLS_REQUIRED, OTHER_NAME", "IMPLICIT_TLS, OTHER_NAME",
        "STARTTLS_REQUIRED, EXPIRED", "IMPLICIT_TLS, EXPIRED"
    })
    void send_serverWithWrongNameOrExpired_getsNothing(TlsMode mode, Certificates certificate) throws IOException {
        try (ScriptedServer server = server(mode, certificate)) {
            assertUnavailable(server, trusting(server, mode, certificate));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"STARTTLS_REQUIRED", "IMPLICIT_TLS"})
    void send_serverOfUnknownAuthority_getsNothing(TlsMode mode) throws IOException {
        try (ScriptedServer server = server(mode, Certificates.GOOD)) {
            SmtpNotifier jdkTrust = to(server).tls(mode).build();
            assertUnavailable(server, jdkTrust);
            assertUnavailable(server, trusting(server, mode, Certificates.OTHER_NAME));
        }
    }

    @Test
    void send_startTlsNotOffered_sendsNothing() throws IOException {
        try (ScriptedServer server = new ScriptedServer(new Script().offers("AUTH PLAIN LOGIN"))) {
            assertUnavailable(server, signingIn(server, TlsMode.STARTTLS_REQUIRED));
        }
    }

    @ParameterizedTest
    @CsvSource({"454 not now", "502 what", "500-no\r\n500 what", "220", "250 no"})
    void send_startTlsRefusedOrPretended_sendsNothing(String reply) throws IOException {
        Script script = new Script()
                .startTls(Certificates.OTHER_NAME)
                .offers("STARTTLS", "AUTH PLAIN")
                .reply(Moment.STARTTLS, reply);
        try (ScriptedServer server = new ScriptedServer(script)) {
            assertUnavailable(server, signingIn(server, TlsMode.STARTTLS_REQUIRED));
        }
    }

    @Test
    void send_repliesSmuggledInBeforeTls_areNotBelieved() throws IOException {
        Script script = new Script()
                .startTls(Certificates.GOOD)
                .reply(Moment.STARTTLS, "220 go\r\n250-test\r\n250 AUTH PLAIN\r\n235 welcome\r\n250 ok\r\n250 ok");
        try (ScriptedServer server = new ScriptedServer(script)) {
            SmtpNotifier notifier = signingIn(server, TlsMode.STARTTLS_REQUIRED);
            assertThatThrownBy(() -> notifier.send(Letters.simple(), NOW))
                    .isInstanceOf(BackendUnavailableException.class);
            assertThat(server.only().commandsOf("AUTH")).isEmpty();
        }
    }

    @Test
    void send_implicitTlsToAPlainServer_sendsNothing() throws IOException {
        try (ScriptedServer server = new ScriptedServer(new Script())) {
            assertUnavailable(server, to(server).tls(TlsMode.IMPLICIT_TLS).build());
        }
    }

    @ParameterizedTest
    @EnumSource(TlsMode.class)
    void send_loginSet_signsInBehindTls(TlsMode mode) throws IOException {
        try (ScriptedServer server = new ScriptedServer(script(mode).offers("STARTTLS", "AUTH LOGIN PLAIN"))) {
            assertThat(signingIn(server, mode).send(Letters.simple(), NOW)).isEqualTo(new Notifier.Delivery.Accepted());
            assertThat(server.only().commands).containsSubsequence("EHLO example.org", PLAIN, "DATA");
            assertThat(server.only().secure).isEqualTo(mode != TlsMode.NONE_ON_LOOPBACK);
        }
    }

    @Test
    void send_serverOffersLoginOnly_signsInByLogin() throws IOException {
        Script script = new Script().implicitTls(Certificates.GOOD).offers("AUTH XOAUTH2 LOGIN");
        try (ScriptedServer server = new ScriptedServer(script)) {
            assertThat(signingIn(server, TlsMode.IMPLICIT_TLS).send(Letters.simple(), NOW))
                    .isEqualTo(new Notifier.Delivery.Accepted());
            assertThat(server.only().commands)
                    .containsSequence(
                            "AUTH LOGIN", "c3Nwcg==", "cGFzcyB3b3JkIMOp8J+UkA==", "MAIL FROM:<sspr@example.org>");
        }
    }

    @ParameterizedTest
    @CsvSource({"AUTH XOAUTH2 CRAM-MD5", "8BITMIME"})
    void send_loginSetButNoWayToSignIn_sendsNothing(String offer) throws IOException {
        Script script = new Script().implicitTls(Certificates.GOOD).offers(offer);
        try (ScriptedServer server = new ScriptedServer(script)) {
            assertUnavailable(server, signingIn(server, TlsMode.IMPLICIT_TLS));
        }
    }

    @ParameterizedTest
    @CsvSource({"535 no", "534 weak", "454 broken", "250 what", "334 eA==", "drop"})
    void send_signInFails_isUnavailableAndNothingFollows(String reply) throws IOException {
        Script script =
                new Script().implicitTls(Certificates.GOOD).offers("AUTH PLAIN").reply(Moment.AUTH, reply);
        try (ScriptedServer server = new ScriptedServer(script)) {
            assertThatThrownBy(() -> signingIn(server, TlsMode.IMPLICIT_TLS).send(Letters.simple(), NOW))
                    .isInstanceOf(BackendUnavailableException.class)
                    .hasMessageContaining("SIGN_IN")
                    .hasNoCause();
            assertThat(server.only().commandsOf("MAIL")).isEmpty();
        }
    }

    private static void assertUnavailable(ScriptedServer server, SmtpNotifier notifier) {
        assertThatThrownBy(() -> notifier.send(Letters.simple(), NOW))
                .isInstanceOf(BackendUnavailableException.class)
                .hasMessageNotContaining("ann@")
                .hasNoCause();
        assertThat(server.exchanges()).allSatisfy(exchange -> {
            assertThat(exchange.commandsOf("AUTH")).isEmpty();
            assertThat(exchange.commandsOf("MAIL")).isEmpty();
            assertThat(exchange.wire()).isEmpty();
        });
    }

    private static Script script(TlsMode mode) {
        return switch (mode) {
            case STARTTLS_REQUIRED -> new Script().startTls(Certificates.GOOD);
            case IMPLICIT_TLS -> new Script().implicitTls(Certificates.GOOD);
            case NONE_ON_LOOPBACK -> new Script();
        };
    }

    private static ScriptedServer server(TlsMode mode, Certificates certificate) {
        return new ScriptedServer(
                mode == TlsMode.IMPLICIT_TLS
                        ? new Script().implicitTls(certificate)
                        : new Script().startTls(certificate));
    }

    private static SmtpNotifierBuilder to(ScriptedServer server) {
        return SmtpNotifier.builder("localhost", Letters.SENDER).port(server.port());
    }

    private static SmtpNotifier trusting(ScriptedServer server, TlsMode mode, Certificates certificate) {
        return to(server).tls(mode).tlsContext(certificate.context()).build();
    }

    private static SmtpNotifier signingIn(ScriptedServer server, TlsMode mode) {
        SmtpNotifierBuilder builder = to(server).tls(mode).login("sspr", Secret.of(PASSWORD));
        return mode == TlsMode.NONE_ON_LOOPBACK
                ? builder.build()
                : builder.tlsContext(Certificates.GOOD.context()).build();
    }
}
