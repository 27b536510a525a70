package dev.sspr.adapter.smtp;

import static dev.sspr.adapter.smtp.Letters.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sspr.adapter.smtp.Script.Moment;
import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.Channel;
import dev.sspr.spi.Destination;
import dev.sspr.spi.Message;
import dev.sspr.spi.Notifier;
import dev.sspr.spi.Notifier.Delivery.Refused;
import dev.sspr.spi.Notifier.Delivery.Refused.Reason;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each answer of a server becomes. */
final class VerdictTest {
    private static final Notifier.Delivery LATER = new Notifier.Delivery.TryLater(Duration.ofMinutes(5));

    @ParameterizedTest
    @CsvSource({"RCPT, 250", "RCPT, 251", "RCPT, 252", "MAIL, 251", "END_OF_CONTENT, 250", "END_OF_CONTENT, 251"})
    void send_reply2xx_isAccepted(Moment moment, String reply) throws IOException {
        assertThat(answerTo(new Script().reply(moment, reply + " ok"))).isEqualTo(new Notifier.Delivery.Accepted());
    }

    @ParameterizedTest
    @Tag("N6")
    @CsvSource({"500", "501", "503", "550", "551", "552", "553", "554", "556"})
    void send_reply5xxToRecipient_isUnknownRecipient(String reply) throws IOException {
        String refusal = reply + " <ann@example.net> no";

        assertThat(answerTo(new Script().reply(Moment.RCPT, refusal))).isEqualTo(new Refused(Reason.UNKNOWN_RECIPIENT));
        assertThat(answerTo(new Script().reply(Moment.RCPT, refusal).dropsAfterRefusal()))
                .isEqualTo(new Refused(Reason.UNKNOWN_RECIPIENT));
    }

    @ParameterizedTest
    @Tag("N6")
    @CsvSource({
        "MAIL, 550",
        "MAIL, 501",
        "MAIL, 553",
        "DATA, 554",
        "DATA, 500",
        "END_OF_CONTENT, 550",
        "END_OF_CONTENT, 552"
    })
    void send_reply5xxElsewhere_isRefused(Moment moment, String reply) throws IOException {
        assertThat(answerTo(new Script().reply(moment, reply + " no"))).isEqualTo(new Refused(Reason.REFUSED));
        assertThat(answerTo(new Script().reply(moment, reply + " no").dropsAfterRefusal()))
                .isEqualTo(new Refused(Reason.REFUSED));
    }

    @ParameterizedTest
    @Tag("N6")
    @CsvSource({
        "GREETING, 421",
        "GREETING, 450",
        "EHLO, 421",
        "MAIL, 421",
        "MAIL, 451",
        "RCPT, 421",
        "RCPT, 450",
        "RCPT, 451",
        "RCPT, 452",
        "RCPT, 454",
        "DATA, 421",
        "DATA, 451",
        "END_OF_CONTENT, 421",
        "END_OF_CONTENT, 451"
    })
    void send_reply4xx_isTryLater(Moment moment, String reply) throws IOException {
        assertThat(answerTo(new Script().reply(moment, reply + " later").dropsAfterRefusal()))
                .isEqualTo(LATER);
        if (moment != Moment.EHLO) {
            assertThat(answerTo(new Script().reply(moment, reply + " later"))).isEqualTo(LATER);
        }
    }

    @Test
    void send_replyOfManyLines_isReadToItsEnd() throws IOException {
        Script script = new Script().reply(Moment.RCPT, "550-no\r\n550-such\r\n550 user");

        assertThat(answerTo(script)).isEqualTo(new Refused(Reason.UNKNOWN_RECIPIENT));
    }

    @ParameterizedTest
    @Tag("N7")
    @CsvSource({
        "GREETING, 554 go away",
        "GREETING, HTTP/1.1 400 Bad Request",
        "MAIL, 530 sign in first",
        "RCPT, 530 sign in first",
        "MAIL, 334 what",
        "RCPT, 354 go ahead",
        "RCPT, nonsense",
        "DATA, 250 what content",
        "DATA, 235 what content",
        "END_OF_CONTENT, 354 more",
        "END_OF_CONTENT, ''"
    })
    void send_serverThatTurnsClientsAwayOrTalksNonsense_isUnavailable(Moment moment, String reply) {
        assertThatThrownBy(() -> answerTo(new Script().reply(moment, reply)))
                .isInstanceOf(BackendUnavailableException.class)
                .hasNoCause();
    }

    @ParameterizedTest
    @Tag("N7")
    @CsvSource({"GREETING", "EHLO", "MAIL", "RCPT", "DATA", "END_OF_CONTENT"})
    void send_serverDropsTheLine_isUnavailable(Moment moment) {
        assertThatThrownBy(() -> answerTo(new Script().reply(moment, Script.DROP)))
                .isInstanceOf(BackendUnavailableException.class)
                .hasNoCause();
    }

    @ParameterizedTest
    @CsvSource({"hang", "drop", "500 what"})
    void send_serverFailsAtQuit_isAcceptedAtOnce(String reply) throws IOException {
        assertThat(answerTo(new Script().reply(Moment.QUIT, reply))).isEqualTo(new Notifier.Delivery.Accepted());
    }

    @RepeatedTest(20)
    void send_serverResetsTheLineAfterTakingTheMail_isAccepted() throws IOException {
        assertThat(answerTo(new Script().resetsAfterTaking())).isEqualTo(new Notifier.Delivery.Accepted());
    }

    @Test
    @Tag("N2")
    void send_otherChannel_isRefusedAndNobodyIsCalled() throws IOException {
        Message mail = Letters.simple();
        for (Channel channel : new Channel[] {Channel.SMS, Channel.VOICE}) {
            Message message = new Message(
                    mail.id(),
                    new Destination("d1", channel, "+491701234567"),
                    mail.content(),
                    mail.locale(),
                    mail.text(),
                    mail.expiresAt());
            try (ScriptedServer server = new ScriptedServer(new Script())) {
                assertThat(Letters.plain(server).build().send(message, NOW))
                        .isEqualTo(new Refused(Reason.WRONG_CHANNEL));
                assertThat(server.exchanges()).isEmpty();
            }
        }
    }

    @Test
    @Tag("N5")
    void send_fromExpiryOn_isRefusedAndNobodyIsCalled() throws IOException {
        Message message = Letters.simple();
        try (ScriptedServer server = new ScriptedServer(new Script())) {
            SmtpNotifier notifier = Letters.plain(server).build();

            assertThat(notifier.send(message, message.expiresAt())).isEqualTo(new Refused(Reason.EXPIRED));
            assertThat(notifier.send(message, message.expiresAt().plusSeconds(1)))
                    .isEqualTo(new Refused(Reason.EXPIRED));
            assertThat(server.exchanges()).isEmpty();
            assertThat(notifier.send(message, message.expiresAt().minusNanos(1)))
                    .isEqualTo(new Notifier.Delivery.Accepted());
        }
    }

    private static Notifier.Delivery answerTo(Script script) throws IOException {
        try (ScriptedServer server = new ScriptedServer(script)) {
            Notifier.Delivery delivery = Letters.plain(server).build().send(Letters.simple(), NOW);
            assertThat(server.accepted()).hasSize(delivery instanceof Notifier.Delivery.Accepted ? 1 : 0);
            return delivery;
        }
    }
}
