package dev.sspr.adapter.smtp;

import dev.sspr.spi.Channel;
import dev.sspr.spi.Destination;
import dev.sspr.spi.Digest;
import dev.sspr.spi.Message;
import dev.sspr.spi.MessageText;
import dev.sspr.spi.MessageText.Part;
import dev.sspr.spi.Notice;
import dev.sspr.spi.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Messages and notifiers for tests. */
final class Letters {
    static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");
    static final Sender SENDER = new Sender("sspr@example.org", "Example IT");
    static final String CODE = "K7QM-4TXW-9D";
    static final String LINK = "https://reset.example.org/r#" + "abcdefghij0123456789".repeat(60);

    private Letters() {}

    static Message simple() {
        return message("ann@example.net", "Your code", Locale.ENGLISH, code(CODE), link("Open", LINK));
    }

    static Message saying(String subject, Part... parts) {
        return message("ann@example.net", subject, Locale.ENGLISH, parts);
    }

    static Message message(String to, String subject, Locale locale, Part... parts) {
        return message(7, to, subject, locale, parts);
    }

    static Message message(long id, String to, String subject, Locale locale, Part... parts) {
        return new Message(
                new Digest(0x0123456789ABCDEFL, id),
                new Destination("d1", Channel.EMAIL, to),
                new Notice.PasswordChanged(NOW, Optional.empty()),
                locale,
                new MessageText(subject, List.of(parts)),
                NOW.plus(Duration.ofMinutes(10)));
    }

    static Part words(String text) {
        return new Part.Paragraph(text);
    }

    static Part code(String code) {
        return new Part.Code(Secret.of(code));
    }

    static Part link(String label, String url) {
        return new Part.Link(label, Secret.of(url));
    }

    /** Without TLS, and impatient. */
    static SmtpNotifierBuilder plain(ScriptedServer server) {
        return plain(server, SENDER);
    }

    static SmtpNotifierBuilder plain(ScriptedServer server, Sender sender) {
        return SmtpNotifier.builder("127.0.0.1", sender).port(server.port()).tls(TlsMode.NONE_ON_LOOPBACK);
    }
}
