package dev.sspr.internal.verification.state;

import dev.sspr.spi.Digest;
import java.time.Instant;
import java.util.Locale;

/**
 * The fields that every state has.
 *
 * @param handle digest of the browser's secret
 * @param deadline the time from which nothing works
 * @param locale the language of the browser
 * @param sends how many times a challenge was asked for
 * @param nextSendAt when another may be asked for
 */
public record FlowHeader(Digest handle, Instant deadline, Locale locale, int sends, Instant nextSendAt) {
    public FlowHeader sent(Instant next) {
        return new FlowHeader(handle, deadline, locale, sends + 1, next);
    }

    FlowHeader until(Instant end) {
        return new FlowHeader(handle, end, locale, sends, nextSendAt);
    }

    FlowHeader movedTo(Digest newHandle) {
        return new FlowHeader(newHandle, deadline, locale, sends, nextSendAt);
    }
}
