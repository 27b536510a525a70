package dev.sspr.explore;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Writes a text anew in which ids are numbers in the order of their first appearance, and instants seconds from now. */
final class Normalizer {
    /** How many hexadecimal digits an id has. */
    private static final int ID = 32;
    /** How long the shortest instant is, and where its T stands. */
    private static final int INSTANT = 20;

    private static final int T = 10;
    private static final long LONG_AGO = -900;

    private final Instant now;
    private final Map<String, String> names;

    Normalizer(Instant now, Map<String, String> known) {
        this.now = now;
        this.names = new HashMap<>(known);
    }

    /** With every id as the same sign: what can be compared before the order is known. */
    static String masked(String text) {
        return scanned(text, id -> "#", instant -> instant);
    }

    String renamed(String text) {
        return scanned(text, id -> names.computeIfAbsent(id, one -> "#" + names.size()), this::ago);
    }

    private String ago(String instant) {
        long seconds = Math.round(Duration.between(now, Instant.parse(instant)).toMillis() / 1000.0);
        return seconds < LONG_AGO ? "long-ago" : seconds + "s";
    }

    private static String scanned(String text, UnaryOperator<String> id, UnaryOperator<String> instant) {
        StringBuilder out = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && hex(text.charAt(end))) {
                end++;
            }
            if (end - at == ID) {
                out.append(id.apply(text.substring(at, end)));
                at = end;
            } else if (end - at == 4 && at + INSTANT <= text.length() && text.charAt(at + T) == 'T') {
                end = text.indexOf('Z', at) + 1;
                out.append(instant.apply(text.substring(at, end)));
                at = end;
            } else {
                end = Math.max(end, at + 1);
                out.append(text, at, end);
                at = end;
            }
        }
        return out.toString();
    }

    private static boolean hex(char one) {
        return (one >= '0' && one <= '9') || (one >= 'a' && one <= 'f');
    }
}
