package dev.sspr.internal.proof;

import dev.sspr.spi.Digest;
import java.time.Instant;
import java.util.Locale;

/**
 * What every state of a reset keeps.
 *
 * @param handle digest of the browser's secret
 * @param deadline from when nothing works
 * @param locale the language of the browser
 * @param sends how many times a challenge was asked for
 * @param nextSendAt when another may be asked for
 */
record Ticket(Digest handle, Instant deadline, Locale locale, int sends, Instant nextSendAt) {
    Ticket sent(Instant next) {
        return new Ticket(handle, deadline, locale, sends + 1, next);
    }

    Ticket until(Instant end) {
        return new Ticket(handle, end, locale, sends, nextSendAt);
    }

    Ticket movedTo(Digest newHandle) {
        return new Ticket(newHandle, deadline, locale, sends, nextSendAt);
    }
}
