package dev.sspr.adapter.smtp;

import static dev.sspr.adapter.smtp.Letters.CODE;
import static dev.sspr.adapter.smtp.Letters.LINK;
import static dev.sspr.adapter.smtp.Letters.NOW;
import static dev.sspr.adapter.smtp.Letters.message;
import static dev.sspr.adapter.smtp.Letters.plain;
import static dev.sspr.adapter.smtp.Letters.saying;
import static dev.sspr.adapter.smtp.Letters.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sspr.spi.Channel;
import dev.sspr.spi.Destination;
import dev.sspr.spi.Message;
import dev.sspr.spi.Notifier;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.util.Date;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What crosses the wire, octet by octet. */
final class WireTest {
    private final ScriptedServer server = new ScriptedServer(new Script());

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void send_ordinaryMessage_hasTheseHeadersAndNoOthers() throws Exception {
        Exchange exchange = sent(Letters.simple());

        assertThat(exchange.header()
                        .replaceAll("(?m)^(\\S+:).*\\R(?:[ \\t].*\\R)*", "$1")
                        .split(":"))
                .containsExactlyInAnyOrder(
                        "Date",
                        "From",
                        "To",
                        "Message-ID",
                        "Subject",
                        "MIME-Version",
                        "Content-Type",
                        "Auto-Submitted",
                        "Content-Language");
        assertThat(exchange.mail().getFrom()).containsExactly(new InternetAddress("sspr@example.org", "Example IT"));
        assertThat(exchange.mail().getAllRecipients()).containsExactly(new InternetAddress("ann@example.net"));
        assertThat(exchange.mail().getSentDate()).isEqualTo(Date.from(NOW));
        assertThat(exchange.mail().getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(exchange.mail().getHeader("Content-Language")).containsExactly("en");
    }

    @Test
    void send_ordinaryMessage_saysTheSameTwice() {
        Exchange exchange = sent(Letters.simple());

        assertThat(exchange.body("text/plain")).isEqualTo(CODE + "\n\nOpen:\n" + LINK);
        assertThat(exchange.body("text/html")).contains(">" + CODE + "</code>", "<a href=\"" + LINK + "\"");
    }

    @Test
    @Tag("R-NOT-1")
    @Tag("V-MULTI-1")
    @Tag("V-HOST-13")
    void send_oneDestination_envelopeHasOneRecipient() {
        Exchange exchange = sent(message("o'neil+x=y@sub.example.net", "Hi", Locale.ROOT));

        assertThat(exchange.commandsOf("MAIL")).containsExactly("MAIL FROM:<sspr@example.org>");
        assertThat(exchange.commandsOf("RCPT")).containsExactly("RCPT TO:<o'neil+x=y@sub.example.net>");
    }

    @Test
    void send_envelopeSenderAndHelloNameSet_usesBoth() throws Exception {
        SmtpNotifier notifier = plain(server)
                .envelopeSender("bounce@example.org")
                .helloName("app.example.org")
                .build();

        notifier.send(Letters.simple(), NOW);

        assertThat(server.only().commands).startsWith("EHLO app.example.org", "MAIL FROM:<bounce@example.org>");
        assertThat(server.only().mail().getFrom()[0]).hasToString("Example IT <sspr@example.org>");
    }

    @Test
    @Tag("N4")
    void send_sameIdTwice_sameMessageId() throws Exception {
        SmtpNotifier notifier = plain(server).build();

        assertThat(notifier.send(Letters.simple(), NOW)).isEqualTo(new Notifier.Delivery.Accepted());
        assertThat(notifier.send(Letters.simple(), NOW.plusSeconds(60))).isEqualTo(new Notifier.Delivery.Accepted());

        assertThat(server.accepted())
                .hasSize(2)
                .allSatisfy(exchange -> assertThat(exchange.mail().getMessageID())
                        .isEqualTo("<0123456789abcdef0000000000000007@example.org>"));
    }

    @ParameterizedTest
    @Tag("R-NOT-10")
    @Tag("V-INJ-8")
    @ValueSource(
            strings = {
                "\u010d\u010abcc: eve@example.com",
                "\u010a\u010d\u760a.\u760a",
                "Zażółć gęślą jaźń",
                "パスワードの再設定について、とても長い件名がここに入りますので折り返しが必要になります",
                "\ud83d\udd10\ud83d\udd11 emoji",
                "=?UTF-8?Q?=0D=0ABcc:_eve@example.com?=",
                " leading and trailing ",
                "a:b;c,<d>\"e\"(f)\\g"
            })
    void send_anySubject_arrivesWholeAndAsAscii(String subject) throws Exception {
        Exchange exchange = sent(saying(subject, words("Hello")));

        exchange.assertSound();
        assertThat(exchange.mail().getSubject()).isEqualTo(subject);
    }

    @ParameterizedTest
    @Tag("R-NOT-10")
    @Tag("V-INJ-8")
    @ValueSource(
            strings = {
                "\u010d\u010aBcc: eve@example.com",
                "\u760a\u760d",
                "Bob \"the\" Builder, Ltd. <eve@example.com>",
                "eve@example.com",
                "a\\",
                "=?UTF-8?B?DQpCY2M6IGV2ZUBleGFtcGxlLmNvbQ==?=",
                "Gr\u00fc\u00dfe, \u00c4rzte & \u201eS\u00f6hne\u201c",
                "\ud83e\uddd1\u200d\ud83d\udcbb\ud83d\udd10",
                "\u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
                "\u5c71\u5c71\u5c71\u5c71\u5c71\u5c71\u5c71\u5c71\u5c71\u5c71\u5c71\u5c71\u5c71\u5c71\u5c71\u5c71\u5c71\u5c71\u5c71\u5c71"
                        + "\u5c71\u5c71\u5c71\u5c71\u5c71\u5c71\u5c71\u5c71\u5c71\u5c71\u5c71\u5c71\u5c71\u5c71\u5c71\u5c71\u5c71\u5c71\u5c71\u5c71"
                        + "\u5c71\u5c71\u5c71\u5c71\u5c71\u5c71\u5c71\u5c71\u5c71\u5c71\u5c71\u5c71\u5c71\u5c71\u5c71\u5c71\u5c71\u5c71\u5c71\u5c71"
            })
    void send_anySenderName_isANameAndNothingElse(String name) throws Exception {
        Exchange exchange = sent(plain(server, new Sender("sspr@example.org", name)), Letters.simple());

        exchange.assertSound();
        assertThat(exchange.mail().getFrom()).hasSize(1);
        InternetAddress from = (InternetAddress) exchange.mail().getFrom()[0];
        assertThat(from.getAddress()).isEqualTo("sspr@example.org");
        assertThat(from.getPersonal()).isEqualTo(name);
    }

    @Test
    void send_senderWithoutName_showsTheAddress() throws Exception {
        Exchange exchange = sent(plain(server, new Sender("sspr@example.org", "")), Letters.simple());

        assertThat(exchange.header()).contains("From: sspr@example.org\r\n");
    }

    @ParameterizedTest
    @Tag("R-NOT-2")
    @Tag("V-UNI-3")
    @ValueSource(
            strings = {
                "ann@example.net\r\nRCPT TO:<eve@example.com>",
                "ann@example.net>\r\nRCPT TO:<eve@example.com",
                "ann@example.net> NOTIFY=SUCCESS",
                "ann@example.net,eve@example.com",
                "ann@example.net;eve@example.com",
                "list:ann@example.net,eve@example.com;",
                "Ann <ann@example.net>",
                "\"ann@example.net\r\n\"@example.net",
                "ann\u010d\u010a@example.net",
                "ann\uff20eve.example.com@example.net",
                "@relay.example:ann@example.net",
                "ann@[127.0.0.1]",
                "ann@example.net\u0000"
            })
    void destination_withARecipientInside_isNeverMade(String address) {
        assertThatThrownBy(() -> new Destination("d1", Channel.EMAIL, address))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("eve");
    }

    @Test
    void send_everyAllowedCharacterInAddress_reachesTheServerAsItIs() {
        String address = "!#$%&'*+/=?^_`{|}~-.A9@" + "a".repeat(63) + "." + "b".repeat(63) + ".example";

        Exchange exchange = sent(message(address, "Hi", Locale.ENGLISH, words("Hello")));

        exchange.assertSound();
        assertThat(exchange.commandsOf("RCPT")).containsExactly("RCPT TO:<" + address + ">");
    }

    private Exchange sent(Message message) {
        return sent(plain(server), message);
    }

    private Exchange sent(SmtpNotifierBuilder settings, Message message) {
        assertThat(settings.build().send(message, NOW)).isEqualTo(new Notifier.Delivery.Accepted());
        return server.only();
    }
}
