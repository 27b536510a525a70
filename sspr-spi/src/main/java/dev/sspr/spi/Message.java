package dev.sspr.spi;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

/**
 * One message to one destination.
 *
 * @param id the same when the engine sends the message again after a crash
 * @param to the one recipient, from the account's store (R-NOT-1)
 * @param content the template and its parameters, for a host with texts of its own
 * @param locale the language of the text
 * @param text the finished text
 * @param expiresAt the time from which the message is useless and must not be sent
 */
public record Message(
        Digest id, Destination to, MessageContent content, Locale locale, MessageText text, Instant expiresAt) {
    /** Checks that no part is missing. */
    public Message {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(locale, "locale");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(expiresAt, "expiresAt");
    }

    /** Shows the id and the template only. */
    @Override
    public String toString() {
        return "Message[" + id + ", " + content.template() + "]";
    }
}
