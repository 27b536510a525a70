package dev.sspr.messages;

import dev.sspr.spi.MessageContent;
import dev.sspr.spi.MessageText;
import dev.sspr.spi.MessageText.Part;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
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

    /** Writes a message in the best language there is for a locale; English if there is none. */
    public MessageText write(MessageContent content, Locale locale, Instant now) {
        Templates.Language words = templates.language(locale);
        String name = content.template();
        List<Part> parts = new ArrayList<>(6);
        if (content instanceof MessageContent.ResetCode reset) {
            code(words, reset, now, parts);
        } else if (content instanceof MessageContent.ResetNotPossible not) {
            parts.add(new Part.Paragraph(words.text(name + ".intro")));
            parts.add(new Part.Paragraph(words.text(name + "." + not.reason().name())));
            parts.add(new Part.Paragraph(words.text("not-you")));
        } else if (content instanceof MessageContent.PasswordChanged changed) {
            String at = UTC.format(changed.at());
            parts.add(new Part.Paragraph(words.text(name + ".intro", "at", at)));
            parts.add(new Part.Paragraph(words.text(name + ".not-you")));
        }
        return new MessageText(words.text(name + ".subject"), parts);
    }

    private static void code(
            Templates.Language words, MessageContent.ResetCode content, Instant now, List<Part> parts) {
        long minutes = Math.max(1, ChronoUnit.MINUTES.between(now, content.expiresAt()));
        parts.add(new Part.Paragraph(words.text("reset.code.intro")));
        parts.add(new Part.Code(content.code()));
        parts.add(new Part.Paragraph(words.text("reset.code.life", "minutes", Long.toString(minutes))));
        content.link().ifPresent(url -> parts.add(new Part.Link(words.text("reset.code.link"), url)));
        parts.add(new Part.Paragraph(words.text("reset.code.never-tell")));
        content.cancel().ifPresent(url -> parts.add(new Part.Link(words.text("reset.code.cancel"), url)));
    }
}
