package dev.sspr.adapter.smtp;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;

/** How a {@link ScriptedServer} behaves; without a word it is a good server without TLS. */
final class Script {
    /** The moments at which a server speaks. */
    enum Moment {
        GREETING,
        EHLO,
        STARTTLS,
        AUTH,
        MAIL,
        RCPT,
        DATA,
        END_OF_CONTENT,
        QUIT
    }

    /** Listens, and says nothing any more until the client hangs up. */
    static final String HANG = "hang";
    /** Closes the line. */
    static final String DROP = "drop";
    /** Sends octets for ever. */
    static final String FLOOD = "flood";
    /** Stops reading, although a client is sending. */
    static final String DEAF = "354 deaf";

    final Map<Moment, String> replies = new EnumMap<>(Map.of(
            Moment.GREETING, "220 test ESMTP",
            Moment.STARTTLS, "220 go ahead",
            Moment.AUTH, "235 welcome",
            Moment.MAIL, "250 ok",
            Moment.RCPT, "250 ok",
            Moment.DATA, "354 go ahead",
            Moment.END_OF_CONTENT, "250 taken",
            Moment.QUIT, "221 bye"));

    List<String> offers = List.of("8BITMIME", "PIPELINING");
    SSLContext tls = null;
    boolean tlsFromTheStart = false;
    boolean dropAfterReply = false;
    boolean resetAfterTaking = false;
    long delayMillis = 0;

    Script reply(Moment moment, String reply) {
        replies.put(moment, reply);
        return this;
    }

    Script offers(String... extensions) {
        offers = List.of(extensions);
        return this;
    }

    Script startTls(Certificates certificate) {
        tls = certificate.context();
        return offers("STARTTLS");
    }

    Script implicitTls(Certificates certificate) {
        tls = certificate.context();
        tlsFromTheStart = true;
        return this;
    }

    /** Closes the line right after every reply of 400 and more. */
    Script dropsAfterRefusal() {
        dropAfterReply = true;
        return this;
    }

    /** Resets the line right after it has taken a mail. */
    Script resetsAfterTaking() {
        resetAfterTaking = true;
        return this;
    }

    /** Sends every reply octet by octet with a pause before each: never late enough for a read timeout. */
    Script drips(long millis) {
        delayMillis = millis;
        return this;
    }

    String reply(Moment moment) {
        return moment == Moment.EHLO ? replies.getOrDefault(Moment.EHLO, greeting()) : replies.get(moment);
    }

    private String greeting() {
        StringBuilder lines = new StringBuilder("250-test");
        for (int i = 0; i < offers.size(); i++) {
            lines.append("\r\n250").append(i == offers.size() - 1 ? ' ' : '-').append(offers.get(i));
        }
        return offers.isEmpty() ? "250 test" : lines.toString();
    }
}
