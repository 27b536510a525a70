package dev.sspr.spi;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

/**
 * One message to one destination.
 *
 * @param id equal when the engine sends the same message again after a crash
 * @param to the one recipient, from the account's store (R-NOT-1)
 * @param content what it says, for a host that has words of its own
 * @param locale the language of the ready words
 * @param text what it says, in ready words
 * @param expiresAt from when it is useless and must not be sent
 */
public record Message(
        Digest id, Destination to, MessageContent content, Locale locale, MessageText text, Instant expiresAt) {
    /** Checks the parts. */
    public Message {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(locale, "locale");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(expiresAt, "expiresAt");
    }

    /** The id and the template. */
    @Override
    public String toString() {
        return "Message[" + id + ", " + content.template() + "]";
    }
}
