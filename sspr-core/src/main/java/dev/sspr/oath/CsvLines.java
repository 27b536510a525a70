package dev.sspr.oath;

import dev.sspr.internal.bounds.PastedText;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a CSV text (RFC 4180) that are not blank. A cell cannot contain a line end, even in quotes, so an error
 * in one line never hides another line.
 */
final class CsvLines {
    /**
     * One line.
     *
     * @param number its number, from 1
     * @param cells its cells, without white space around them
     * @param quotes whether its quotes match
     */
    record Line(int number, List<String> cells, Quotes quotes) {}

    /** Whether the quotes of a line match. */
    enum Quotes {
        /** Every quote has its counterpart. */
        SOUND,
        /** A quote has no counterpart, or text stands beside quoted text. */
        BROKEN
    }

    private final String line;
    private final List<String> cells = new ArrayList<>();
    private Quotes quotes = Quotes.SOUND;
    private int at;

    private CsvLines(String line) {
        this.line = line;
    }

    static List<Line> of(CharSequence text) {
        List<Line> lines = new ArrayList<>();
        int number = 1;
        int from = text.length() > 0 && text.charAt(0) == '\uFEFF' ? 1 : 0;
        while (from < text.length()) {
            int end = from;
            while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                end++;
            }
            CsvLines one = new CsvLines(text.subSequence(from, end).toString());
            one.read();
            if (one.cells.stream().anyMatch(cell -> !cell.isEmpty())) {
                lines.add(new Line(number, List.copyOf(one.cells), one.quotes));
            }
            boolean both = end + 1 < text.length() && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n';
            from = end + (both ? 2 : 1);
            number++;
        }
        return lines;
    }

    private void read() {
        do {
            while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
                at++;
            }
            if (at < line.length() && line.charAt(at) == '"') {
                quoted();
            } else {
                plain();
            }
        } while (at++ < line.length());
    }

    private void plain() {
        int comma = line.indexOf(',', at);
        int end = comma < 0 ? line.length() : comma;
        String cell = line.substring(at, end);
        if (cell.indexOf('"') >= 0) {
            quotes = Quotes.BROKEN;
        }
        cells.add(PastedText.trimmed(cell));
        at = end;
    }

    private void quoted() {
        StringBuilder cell = new StringBuilder();
        for (at++; at < line.length(); at++) {
            boolean quote = line.charAt(at) == '"';
            boolean doubled = quote && at + 1 < line.length() && line.charAt(at + 1) == '"';
            if (quote && !doubled) {
                break;
            }
            cell.append(line.charAt(at));
            at += doubled ? 1 : 0;
        }
        int comma = line.indexOf(',', at);
        int end = comma < 0 ? line.length() : comma;
        boolean closed = at < line.length() && line.substring(at + 1, end).isBlank();
        if (!closed) {
            quotes = Quotes.BROKEN;
        }
        cells.add(PastedText.trimmed(cell.toString()));
        at = end;
    }
}
