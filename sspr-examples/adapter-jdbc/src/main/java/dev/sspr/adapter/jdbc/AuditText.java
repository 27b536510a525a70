package dev.sspr.adapter.jdbc;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Texts of events as a column holds them: one line of plain ASCII, and back to what they were. */
final class AuditText {
    private static final int DIGITS = 4;

    private AuditText() {}

    static String written(String text) {
        StringBuilder written = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            boolean plain = one >= ' ' && one < 0x7f && one != '%' && one != '&' && one != '=';
            if (plain) {
                written.append(one);
            } else {
                written.append('%').append(HexFormat.of().toHexDigits(one));
            }
        }
        return written.toString();
    }

    static String read(String written) {
        StringBuilder text = new StringBuilder(written.length());
        int i = 0;
        while (i < written.length()) {
            char one = written.charAt(i);
            if (one == '%') {
                text.append((char) HexFormat.fromHexDigits(written, i + 1, i + 1 + DIGITS));
                i += DIGITS;
            } else {
                text.append(one);
            }
            i++;
        }
        return text.toString();
    }

    static String written(Map<String, String> attributes) {
        return new TreeMap<>(attributes)
                .entrySet().stream()
                        .map(one -> written(one.getKey()) + "=" + written(one.getValue()))
                        .collect(Collectors.joining("&"));
    }

    static Map<String, String> attributes(String written) {
        Map<String, String> attributes = new HashMap<>();
        for (String pair : written.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals >= 0) {
                attributes.put(read(pair.substring(0, equals)), read(pair.substring(equals + 1)));
            }
        }
        return attributes;
    }
}
