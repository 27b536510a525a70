package dev.sspr.internal.proof;

import dev.sspr.spi.Message;
import dev.sspr.spi.MessageContent;
import java.util.Optional;

/** What a message says, whatever it is for. */
final class Sent {
    private Sent() {}

    /** The parts of a message with a code. */
    static Optional<MessageContent.ResetCode> code(Message message) {
        if (message.content() instanceof MessageContent.UnlockCode it) {
            return Optional.of(new MessageContent.ResetCode(it.code(), it.link(), it.cancel(), it.expiresAt()));
        }
        return message.content() instanceof MessageContent.ResetCode it ? Optional.of(it) : Optional.empty();
    }
}
