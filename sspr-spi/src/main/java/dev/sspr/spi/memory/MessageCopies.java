package dev.sspr.spi.memory;

import dev.sspr.spi.Message;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.MessageText;
import dev.sspr.spi.MessageText.Part;
import dev.sspr.spi.Notice;
import dev.sspr.spi.Secret;

/** Copies a message together with its secrets, because the engine wipes those that it sent. */
final class MessageCopies {
    private MessageCopies() {}

    static Message copy(Message message) {
        MessageText text = new MessageText(
                message.text().subject(),
                message.text().parts().stream().map(MessageCopies::copy).toList());
        return new Message(
                message.id(), message.to(), copy(message.content()), message.locale(), text, message.expiresAt());
    }

    private static MessageContent copy(MessageContent content) {
        if (content instanceof MessageContent.ResetCode code) {
            return new MessageContent.ResetCode(
                    copy(code.code()),
                    code.link().map(MessageCopies::copy),
                    code.cancel().map(MessageCopies::copy),
                    code.expiresAt());
        }
        if (content instanceof MessageContent.UnlockCode code) {
            return new MessageContent.UnlockCode(
                    copy(code.code()),
                    code.link().map(MessageCopies::copy),
                    code.cancel().map(MessageCopies::copy),
                    code.expiresAt());
        }
        if (content instanceof Notice.PasswordUnconfirmed it) {
            return new Notice.PasswordUnconfirmed(it.at(), it.notMe().map(MessageCopies::copy));
        }
        if (content instanceof Notice.PasswordChanged it) {
            return new Notice.PasswordChanged(it.at(), it.notMe().map(MessageCopies::copy));
        }
        if (content instanceof Notice.AccountUnlocked it) {
            return new Notice.AccountUnlocked(it.at(), it.notMe().map(MessageCopies::copy));
        }
        if (content instanceof MessageContent.RegisterCode code) {
            return new MessageContent.RegisterCode(copy(code.code()), code.expiresAt());
        }
        if (content instanceof Notice.SecurityInfoChanged it) {
            return new Notice.SecurityInfoChanged(
                    it.change(), it.kind(), it.at(), it.undo().map(MessageCopies::copy));
        }
        return content;
    }

    private static Part copy(Part part) {
        if (part instanceof Part.Code code) {
            return new Part.Code(copy(code.code()));
        }
        if (part instanceof Part.Link link) {
            return new Part.Link(link.label(), copy(link.url()));
        }
        return part;
    }

    private static Secret copy(Secret secret) {
        return secret.exposeTo(Secret::of);
    }
}
