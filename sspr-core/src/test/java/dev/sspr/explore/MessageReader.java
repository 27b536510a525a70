package dev.sspr.explore;

import dev.sspr.internal.secret.Token;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.Notice;
import dev.sspr.spi.Secret;
import java.time.Instant;
import java.util.Optional;

/** Reads what is in messages. */
final class MessageReader {
    private MessageReader() {}

    /** The code in a message, if there is one. */
    static Optional<Secret> code(MessageContent content) {
        if (content instanceof MessageContent.ResetCode it) {
            return Optional.of(it.code());
        }
        if (content instanceof MessageContent.UnlockCode it) {
            return Optional.of(it.code());
        }
        return content instanceof MessageContent.RegisterCode it ? Optional.of(it.code()) : Optional.empty();
    }

    /** What a code is for. */
    static CallKind purpose(MessageContent content) {
        return content instanceof MessageContent.ResetCode
                ? CallKind.RESET
                : content instanceof MessageContent.UnlockCode
                        ? CallKind.UNLOCK
                        : content instanceof MessageContent.RegisterCode ? CallKind.REGISTER : CallKind.NONE;
    }

    /** Until when a code is right. */
    static Instant until(MessageContent content) {
        if (content instanceof MessageContent.ResetCode it) {
            return it.expiresAt();
        }
        if (content instanceof MessageContent.UnlockCode it) {
            return it.expiresAt();
        }
        return content instanceof MessageContent.RegisterCode it ? it.expiresAt() : Instant.MAX;
    }

    /** The token of the link that goes on. */
    static Optional<Secret> link(MessageContent content) {
        Optional<Secret> url = content instanceof MessageContent.ResetCode it
                ? it.link()
                : content instanceof MessageContent.UnlockCode it ? it.link() : Optional.empty();
        return url.map(dev.sspr.fixture.NodeFixture::token);
    }

    /** The token of the link under which somebody says that it was not them. */
    static Optional<Secret> objection(MessageContent content) {
        Optional<Secret> url = Optional.empty();
        if (content instanceof MessageContent.ResetCode it) {
            url = it.cancel();
        } else if (content instanceof MessageContent.UnlockCode it) {
            url = it.cancel();
        } else if (content instanceof Notice.PasswordChanged it) {
            url = it.notMe();
        } else if (content instanceof Notice.PasswordUnconfirmed it) {
            url = it.notMe();
        } else if (content instanceof Notice.AccountUnlocked it) {
            url = it.notMe();
        } else if (content instanceof Notice.SecurityInfoChanged it) {
            url = it.undo();
        }
        return url.map(dev.sspr.fixture.NodeFixture::token);
    }

    static boolean matters(MessageContent content) {
        return code(content).isPresent() || objection(content).isPresent();
    }

    /** Which flow a message belongs to, where a link in it tells. */
    static Optional<FlowId> flow(MessageContent content) {
        return link(content).or(() -> objection(content)).flatMap(Token::parse).map(Token::flow);
    }
}
