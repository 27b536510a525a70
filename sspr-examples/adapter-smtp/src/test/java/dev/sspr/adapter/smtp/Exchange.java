package dev.sspr.adapter.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What one client said to a {@link ScriptedServer}, octet by octet. */
final class Exchange {
    final List<String> commands = new CopyOnWriteArrayList<>();
    final CountDownLatch over = new CountDownLatch(1);
    volatile boolean secure;
    volatile boolean accepted;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();

    synchronized void add(byte[] line) {
        content.writeBytes(line);
    }

    /** The content as it crossed the wire, the final dot not included. */
    synchronized byte[] wire() {
        return content.toByteArray();
    }

    /** The same as characters, one for each octet. */
    String text() {
        return new String(wire(), StandardCharsets.ISO_8859_1);
    }

    /** The header as it crossed the wire, folded. */
    String header() {
        return text().substring(0, text().indexOf("\r\n\r\n") + 2);
    }

    List<String> commandsOf(String verb) {
        return commands.stream().filter(command -> command.startsWith(verb)).toList();
    }

    MimeMessage mail() {
        try {
            return new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(text().replace("\r\n..", "\r\n.").getBytes(StandardCharsets.ISO_8859_1)));
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    /** The decoded plain text, or the decoded HTML. */
    String body(String type) {
        try {
            Multipart parts = (Multipart) mail().getContent();
            assertThat(parts.getContentType()).startsWith("multipart/alternative");
            assertThat(parts.getCount()).isEqualTo(2);
            for (int i = 0; i < 2; i++) {
                if (parts.getBodyPart(i).isMimeType(type)) {
                    return ((String) parts.getBodyPart(i).getContent()).replace("\r\n", "\n");
                }
            }
            throw new AssertionError("no " + type);
        } catch (MessagingException | IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Printable ASCII in lines that end in CR LF, none longer than 998 octets, and a header no line of which is ours. */
    void assertSound() {
        assertThat(text()).matches("(?s)(?:[\\x20-\\x7e\\t]{0,998}\r\n)+");
        assertThat(header())
                .matches("(?:[A-Z][A-Za-z-]+: [\\x20-\\x7e]*\r\n(?:[ \t]+[\\x21-\\x7e][\\x20-\\x7e]*\r\n)*)+");
        assertThat(header()).doesNotContainPattern("(?im)^(?:b?cc|reply-to|x-[a-z-]*|list-[a-z-]*):");
        assertThat(commandsOf("MAIL")).hasSize(1);
        assertThat(commandsOf("RCPT")).hasSize(1);
    }

    Exchange awaitEnd() {
        try {
            assertThat(over.await(5, TimeUnit.SECONDS)).as("the client hung up").isTrue();
            return this;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
