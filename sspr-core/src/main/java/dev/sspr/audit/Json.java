package dev.sspr.audit;

import dev.sspr.spi.AuditEvent;
import dev.sspr.spi.AuditSchema;
import java.util.Locale;
import java.util.TreeMap;

/**
 * Writes an event as one JSON object (RFC 8259) on one line. Characters that could forge a line, or hide or reverse a
 * text, are written as escapes. Half of a surrogate pair becomes U+FFFD, because parsers disagree about it (RFC 7493
 * section 2.1).
 */
final class Json {
    private final StringBuilder line = new StringBuilder(320);

    private Json() {}

    static String line(AuditEvent event) {
        Json json = new Json();
        json.line.append("{\"schema\":").append(AuditSchema.VERSION);
        json.field("at", event.at().toString());
        json.field("type", event.type().name());
        json.field("outcome", event.outcome().name());
        json.field("purpose", event.purpose().name());
        event.flow().ifPresent(flow -> json.field("flow", flow.digest().hex()));
        event.user().ifPresent(user -> json.field("user", user.value()));
        event.source().ifPresent(source -> json.field("source", source));
        json.line.append(",\"attributes\":{");
        int start = json.line.length();
        new TreeMap<>(event.attributes()).forEach(json::field);
        if (json.line.length() > start) {
            json.line.deleteCharAt(start);
        }
        return json.line.append("}}\n").toString();
    }

    private void field(String name, String value) {
        line.append(',');
        text(name);
        line.append(':');
        text(value);
    }

    private void text(String text) {
        line.append('"');
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            if (point == '"' || point == '\\') {
                line.append('\\').append((char) point);
            } else if (Character.getType(point) == Character.SURROGATE) {
                line.append("\\ufffd");
            } else if (dangerous(point)) {
                for (char unit : Character.toChars(point)) {
                    line.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
                }
            } else {
                line.appendCodePoint(point);
            }
        }
        line.append('"');
    }

    private static boolean dangerous(int point) {
        if (point >= ' ' && point < 0x7f) {
            return false;
        }
        int type = Character.getType(point);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
