package dev.sspr.adapter.smtp;

import dev.sspr.spi.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

/** One message as a mail (RFC 5322, MIME). What comes from outside passes a typed setter, never a raw header. */
final class Letter extends MimeMessage {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    /** What a header set here is made of is ASCII already: {@link HeaderText} saw to it. */
    private static final String ASCII = StandardCharsets.US_ASCII.name();

    private final String id;

    private Letter(Session session, String id) {
        super(session);
        this.id = id;
    }

    /** The whole mail, in lines of at most 998 octets (RFC 5322 section 2.1.1). */
    static byte[] octets(Session session, Sender sender, Message message, Instant now)
            throws MessagingException, IOException {
        Letter letter = new Letter(session, "<" + message.id().hex() + "@" + sender.domain() + ">");
        letter.setFrom(mailbox(sender.address(), sender.name()));
        letter.setRecipient(RecipientType.TO, mailbox(message.to().address(), ""));
        letter.setSubject(HeaderText.encode(message.text().subject()), ASCII);
        letter.setSentDate(Date.from(now));
        letter.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834 section 5
        letter.setContentLanguage(new String[] {message.locale().toLanguageTag()});
        letter.setContent(new MimeMultipart(
                "alternative",
                part("plain", BodyText.tidy(message.text().exposePlainText())),
                part("html", HtmlBody.of(message))));
        letter.saveChanges();
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        letter.writeTo(octets);
        return octets.toByteArray();
    }

    /** The same for a message that is sent again (N4), and without the name of this machine. */
    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }

    private static InternetAddress mailbox(String address, String name) throws MessagingException, IOException {
        InternetAddress mailbox = new InternetAddress(address, true);
        if (!name.isEmpty()) {
            mailbox.setPersonal(HeaderText.encode(name), ASCII);
        }
        return mailbox;
    }

    /** Quoted-printable keeps lines short and soft-wraps a long link, which is whole again when decoded. */
    private static MimeBodyPart part(String subtype, String text) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }
}
