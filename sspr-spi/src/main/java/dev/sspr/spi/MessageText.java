package dev.sspr.spi;

import java.util.List;
import java.util.Objects;

/**
 * The finished text of a message in one language. A notifier lays the parts out, escapes them for its medium, and adds
 * no sentence of its own.
 *
 * @param subject one line; never a name, a code or text that a user typed (R-NOT-3)
 * @param parts the body, in order
 */
public record MessageText(String subject, List<Part> parts) {
    /** Checks the subject and copies the parts. */
    public MessageText {
        Text.opaque("subject", subject, 200);
        parts = List.copyOf(parts);
    }

    /** One part of a body. */
    public sealed interface Part {
        /**
         * A paragraph of plain text.
         *
         * @param text text without mark-up; the notifier escapes it
         */
        record Paragraph(String text) implements Part {
            /** Checks the text. */
            public Paragraph {
                Objects.requireNonNull(text, "text");
            }
        }

        /**
         * The code, on a line of its own.
         *
         * @param code the code to type
         */
        record Code(Secret code) implements Part {
            /** Checks the code. */
            public Code {
                Objects.requireNonNull(code, "code");
            }
        }

        /**
         * A link.
         *
         * @param label the text of the link
         * @param url an absolute URL; it must not be wrapped, shortened or tracked
         */
        record Link(String label, Secret url) implements Part {
            /** Checks the parts. */
            public Link {
                Objects.requireNonNull(label, "label");
                Objects.requireNonNull(url, "url");
            }
        }
    }

    /**
     * The whole body as plain text, secrets included: for a text message, the text part of a mail, or a terminal.
     *
     * @return paragraphs with an empty line between them
     */
    public String exposePlainText() {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            if (text.length() > 0) {
                text.append("\n\n");
            }
            if (part instanceof Part.Paragraph paragraph) {
                text.append(paragraph.text());
            } else if (part instanceof Part.Code code) {
                code.code().exposeTo(text::append);
            } else if (part instanceof Part.Link link) {
                text.append(link.label()).append(":\n");
                link.url().exposeTo(text::append);
            }
        }
        return text.toString();
    }
}
