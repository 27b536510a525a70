package dev.sspr.adapter.smtp;

import dev.sspr.spi.Message;
import dev.sspr.spi.MessageText.Part;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/** The same words as HTML. Text is text everywhere: five characters are escaped, and nothing outside is loaded. */
final class HtmlBody {
    private static final Set<String> RTL_SCRIPTS =
            Set.of("Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa");
    /** Languages whose usual script is one of those; JDKs differ on the codes of Hebrew and Yiddish. */
    private static final Set<String> RTL_LANGUAGES =
            Set.of("ar", "arc", "ckb", "dv", "fa", "he", "iw", "ji", "nqo", "ps", "sd", "syr", "ug", "ur", "yi");

    private static final String CODE_STYLE = "font:bold 28px/1.5 monospace;letter-spacing:.1em";

    private final StringBuilder html = new StringBuilder(2048);

    private HtmlBody() {}

    static String of(Message message) {
        HtmlBody body = new HtmlBody();
        Locale locale = message.locale();
        body.html.append("<!DOCTYPE html>\n<html lang=\"");
        body.text(locale.toLanguageTag());
        body.html.append(isRightToLeft(locale) ? "\" dir=\"rtl\">\n" : "\">\n");
        body.html.append("<head><meta charset=\"utf-8\"><title>");
        body.text(message.text().subject());
        body.html.append("</title></head>\n<body style=\"font:16px/1.5 sans-serif\">\n");
        message.text().parts().forEach(body::part);
        return body.html.append("</body>\n</html>\n").toString();
    }

    private void part(Part part) {
        html.append("<p>");
        if (part instanceof Part.Paragraph paragraph) {
            text(paragraph.text());
        } else if (part instanceof Part.Code code) {
            html.append("<code dir=\"ltr\" style=\"").append(CODE_STYLE).append("\">");
            text(code.code().exposeTo(String::new));
            html.append("</code>");
        } else if (part instanceof Part.Link link) {
            text(link.label());
            html.append(":<br>");
            link(link.url().exposeTo(String::new));
        }
        html.append("</p>\n");
    }

    /** The reader sees where a link goes; an address that is not safe to follow is only shown. */
    private void link(String url) {
        boolean safe = isSafe(url);
        if (safe) {
            html.append("<a href=\"");
            text(url);
            html.append("\" dir=\"ltr\" style=\"word-break:break-all\">");
        }
        text(url);
        html.append(safe ? "</a>" : "");
    }

    private static boolean isSafe(String url) {
        try {
            URI uri = new URI(url);
            String host = uri.getHost();
            if (host == null || uri.getUserInfo() != null) {
                return false;
            }
            return "https".equalsIgnoreCase(uri.getScheme())
                    || ("http".equalsIgnoreCase(uri.getScheme()) && Loopback.isLoopback(host));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isRightToLeft(Locale locale) {
        return locale.getScript().isEmpty()
                ? RTL_LANGUAGES.contains(locale.getLanguage())
                : RTL_SCRIPTS.contains(locale.getScript());
    }

    private void text(String text) {
        BodyText.tidy(text).chars().forEach(c -> {
            switch (c) {
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '&' -> html.append("&amp;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                case '\n' -> html.append("<br>");
                default -> html.append((char) c);
            }
        });
    }
}
