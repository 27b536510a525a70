package dev.sspr.messages;

import dev.sspr.spi.Channel;
import dev.sspr.spi.MessageContent;
import dev.sspr.spi.MessageText;
import dev.sspr.spi.MessageText.Part;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Puts a message's content into words. Templates hold no logic, and nothing a person typed enters them (R-NOT-9). */
public final class MessageWriter {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Templates templates;

    /** Writes with the bundled texts; {@code service} is how the host calls itself, in subject and body. */
    public MessageWriter(String service) {
        this.templates = new Templates(service);
    }

    /**
     * Writes a message in the best language there is for a locale, English if there is none; short for a phone.
     */
    public MessageText write(MessageContent content, Channel channel, Locale locale, Instant now) {
        Templates.Language words = templates.language(locale);
        String name = content.template();
        List<Part> parts = new ArrayList<>(6);
        if (content instanceof MessageContent.ResetCode reset) {
            code(words, reset, channel, now, parts);
        } else if (content instanceof MessageContent.ResetNotPossible not) {
            parts.add(new Part.Paragraph(words.text(name + ".intro")));
            parts.add(new Part.Paragraph(words.text(name + "." + not.reason().name())));
            parts.add(new Part.Paragraph(words.text("not-you")));
        } else if (content instanceof MessageContent.PasswordChanged changed) {
            String at = UTC.format(changed.at());
            parts.add(new Part.Paragraph(words.text(name + ".intro", "at", at)));
            parts.add(new Part.Paragraph(words.text(name + ".not-you")));
            changed.notMe().ifPresent(url -> parts.add(new Part.Link(words.text(name + ".not-me"), url)));
        } else if (content instanceof MessageContent.RecoveryStarted recovery) {
            parts.add(new Part.Paragraph(words.text(name + ".intro", "at", UTC.format(recovery.dueAt()))));
            parts.add(new Part.Link(words.text("recovery.object"), recovery.object()));
            parts.add(new Part.Paragraph(words.text("recovery.was-you")));
        } else if (content instanceof MessageContent.RegisterCode register) {
            registration(words, register, channel, now, parts);
        } else if (content instanceof MessageContent.SecurityInfoChanged changed) {
            change(words, changed, parts);
        }
        return new MessageText(words.text(name + ".subject"), parts);
    }

    private static void code(
            Templates.Language words,
            MessageContent.ResetCode content,
            Channel channel,
            Instant now,
            List<Part> parts) {
        boolean mail = channel == Channel.EMAIL;
        String minutes = minutes(now, content.expiresAt());
        parts.add(new Part.Paragraph(words.text(mail ? "reset.code.intro" : "reset.code.short")));
        parts.add(new Part.Code(content.code()));
        if (mail) {
            parts.add(new Part.Paragraph(words.text("reset.code.life", "minutes", minutes)));
            content.link().ifPresent(url -> parts.add(new Part.Link(words.text("reset.code.link"), url)));
            parts.add(new Part.Paragraph(words.text("reset.code.never-tell")));
            content.cancel().ifPresent(url -> parts.add(new Part.Link(words.text("reset.code.cancel"), url)));
        }
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

    /** Which kind of method it was is said in words; one without words is "another method". */
    private static void change(Templates.Language words, MessageContent.SecurityInfoChanged content, List<Part> parts) {
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
