package dev.sspr.internal.messages;

import dev.sspr.policy.MessagePolicy;
import dev.sspr.spi.Channel;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.MessageText;
import dev.sspr.spi.MessageText.Part;
import dev.sspr.spi.Notice;
import dev.sspr.spi.Secret;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Writes the text of a message. Templates hold no logic, and never contain a text that a user typed (R-NOT-9). */
public final class MessageWriter {
    private static final Set<Byte> UNPRINTABLE = Set.of(
            Character.CONTROL,
            Character.FORMAT,
            Character.SURROGATE,
            Character.LINE_SEPARATOR,
            Character.PARAGRAPH_SEPARATOR);
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** The most code points of an account's name that are shown. */
    private static final int LONGEST_NAME = 64;

    private final Templates templates;
    private final MessagePolicy policy;

    /**
     * Writes in the languages of a policy.
     *
     * @param service the name of the host, in subject and body; empty for a phrase of each language
     * @throws IllegalStateException if the texts of the policy do not fit
     */
    public MessageWriter(Optional<String> service, MessagePolicy policy) {
        this.templates = new Templates(service, policy);
        this.policy = policy;
    }

    /** A text, and the language that it is written in. */
    public record Written(MessageText text, Locale language) {}

    /** Returns whether messages name the account that they are about. */
    public boolean namesAccounts() {
        return !policy.accountName().equals(MessagePolicy.standard().accountName());
    }

    /** Writes a message in the best language for its reader, or in the default language. A message to a phone is short. */
    public Written write(MessageContent content, Channel channel, Recipient recipient, Instant now) {
        Templates.Language words = templates.language(recipient.locale());
        String name = content.template();
        List<Part> parts = new ArrayList<>(6);
        if (content instanceof MessageContent.ResetCode it) {
            code(words, name, new Code(it.code(), it.link(), it.cancel(), it.expiresAt()), channel, now, parts);
        } else if (content instanceof MessageContent.UnlockCode it) {
            code(words, name, new Code(it.code(), it.link(), it.cancel(), it.expiresAt()), channel, now, parts);
        } else if (content instanceof MessageContent.ResetNotPossible not) {
            notPossible(words, name, not.reason(), parts);
        } else if (content instanceof MessageContent.UnlockNotPossible not) {
            notPossible(words, name, not.reason(), parts);
        } else if (content instanceof Notice.PasswordChanged changed) {
            notice(words, name, changed.at(), changed.notMe(), parts);
        } else if (content instanceof Notice.PasswordUnconfirmed unconfirmed) {
            notice(words, name, unconfirmed.at(), unconfirmed.notMe(), parts);
        } else if (content instanceof Notice.AccountUnlocked unlocked) {
            notice(words, name, unlocked.at(), unlocked.notMe(), parts);
        } else if (content instanceof Notice.RecoveryStarted recovery) {
            String intro = name + (recovery.needsApproval() ? ".unapproved" : ".intro");
            parts.add(new Part.Paragraph(words.text(intro, "at", UTC.format(recovery.dueAt()))));
            parts.add(new Part.Link(words.text("recovery.object"), recovery.object()));
            parts.add(new Part.Paragraph(words.text("recovery.was-you")));
        } else if (content instanceof MessageContent.RegisterCode register) {
            registration(words, register, channel, now, parts);
        } else if (content instanceof Notice.SecurityInfoChanged changed) {
            change(words, changed, parts);
        } else if (content instanceof Notice.AdministratorChanged changed) {
            String intro = words.text(name + ".intro", "at", UTC.format(changed.at()));
            parts.add(new Part.Paragraph(
                    intro.replace("{account}", changed.about().value())));
            parts.add(new Part.Paragraph(words.text(name + ".not-expected")));
        } else if (content instanceof Notice.HelpDeskActed acted) {
            String what = words.text(name + "." + acted.action().name(), "at", UTC.format(acted.at()));
            parts.add(new Part.Paragraph(what));
            parts.add(new Part.Paragraph(words.text(name + ".not-asked")));
        }
        if (channel == Channel.EMAIL) {
            name(recipient)
                    .ifPresent(account ->
                            parts.add(0, new Part.Paragraph(words.text("account.named", "account", account))));
        }
        return new Written(new MessageText(words.text(name + ".subject"), parts), words.locale());
    }

    /** Returns what the host calls the account, in one line. */
    private Optional<String> name(Recipient recipient) {
        return recipient
                .account()
                .flatMap(policy.accountName())
                .map(name -> name.codePoints()
                        .filter(point -> !UNPRINTABLE.contains((byte) Character.getType(point)))
                        .limit(LONGEST_NAME)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString()
                        .strip())
                .filter(name -> !name.isEmpty());
    }

    /** The parts that all messages with a code have. */
    private record Code(Secret code, Optional<Secret> link, Optional<Secret> cancel, Instant expiresAt) {}

    private static void code(
            Templates.Language words, String name, Code content, Channel channel, Instant now, List<Part> parts) {
        boolean mail = channel == Channel.EMAIL;
        String minutes = minutes(now, content.expiresAt());
        parts.add(new Part.Paragraph(words.text(name + (mail ? ".intro" : ".short"))));
        parts.add(new Part.Code(content.code()));
        if (mail) {
            parts.add(new Part.Paragraph(words.text("reset.code.life", "minutes", minutes)));
            content.link().ifPresent(url -> parts.add(new Part.Link(words.text("reset.code.link"), url)));
            parts.add(new Part.Paragraph(words.text("reset.code.never-tell")));
            content.cancel().ifPresent(url -> parts.add(new Part.Link(words.text("reset.code.cancel"), url)));
        }
    }

    private static void notPossible(
            Templates.Language words, String name, MessageContent.ResetNotPossible.Reason why, List<Part> parts) {
        parts.add(new Part.Paragraph(words.text(name + ".intro")));
        parts.add(new Part.Paragraph(words.text(name + "." + why.name())));
        parts.add(new Part.Paragraph(words.text("not-you")));
    }

    private static void notice(
            Templates.Language words, String name, Instant at, Optional<Secret> notMe, List<Part> parts) {
        parts.add(new Part.Paragraph(words.text(name + ".intro", "at", UTC.format(at))));
        parts.add(new Part.Paragraph(words.text(name + ".not-you")));
        notMe.ifPresent(url -> parts.add(new Part.Link(words.text(name + ".not-me"), url)));
    }

    private static void registration(
            Templates.Language words,
            MessageContent.RegisterCode content,
            Channel channel,
            Instant now,
            List<Part> parts) {
        boolean mail = channel == Channel.EMAIL;
        parts.add(new Part.Paragraph(words.text(mail ? "register.code.intro" : "register.code.short")));
        parts.add(new Part.Code(content.code()));
        if (mail) {
            String minutes = minutes(now, content.expiresAt());
            parts.add(new Part.Paragraph(words.text("reset.code.life", "minutes", minutes)));
            parts.add(new Part.Paragraph(words.text("register.code.not-you")));
        }
    }

    /** Names the kind of the method. A kind without a name is "another method". */
    private static void change(Templates.Language words, Notice.SecurityInfoChanged content, List<Part> parts) {
        String name = content.template();
        String kind = words.texts().getOrDefault("method." + content.kind().value(), words.text("method.other"));
        String sentence = words.text(name + "." + content.change().name(), "method", kind);
        parts.add(new Part.Paragraph(sentence.replace("{at}", UTC.format(content.at()))));
        parts.add(new Part.Paragraph(words.text(name + ".not-you")));
        content.undo().ifPresent(url -> parts.add(new Part.Link(words.text(name + ".undo"), url)));
    }

    private static String minutes(Instant now, Instant until) {
        long seconds = Duration.between(now, until).toSeconds();
        return Long.toString(Math.max(1, Math.round(seconds / 60.0)));
    }
}
