package dev.sspr.flow;

import java.time.Instant;

/** What {@code choose} and {@code resend} answer. */
public sealed interface SendResult permits SendResult.Asked, Refused {
    /**
     * If the account can be proven this way, a message is on its way.
     *
     * @param nextSendAt when another may be asked for
     */
    record Asked(Instant nextSendAt) implements SendResult {}
}
