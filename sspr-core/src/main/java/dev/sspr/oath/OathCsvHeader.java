package dev.sspr.oath;

import dev.sspr.spi.Finding;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The header of a file: the position of each column. */
final class OathCsvHeader {
    /** The known columns. */
    enum Column {
        UPN("upn"),
        SERIAL("serial number"),
        SECRET("secret key"),
        INTERVAL("time interval"),
        MANUFACTURER("manufacturer"),
        MODEL("model"),
        TYPE("type"),
        COUNTER("counter"),
        ALGORITHM("algorithm"),
        DIGITS("digits");

        private final String title;

        Column(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }

        private boolean isRequired() {
            return compareTo(TYPE) < 0;
        }
    }

    private final Map<Column, Integer> places = new EnumMap<>(Column.class);
    private final List<Finding> findings = new ArrayList<>();
    private final int width;

    private OathCsvHeader(int width) {
        this.width = width;
    }

    static OathCsvHeader of(CsvLines.Line line) {
        OathCsvHeader header = new OathCsvHeader(line.cells().size());
        for (int i = 0; i < header.width; i++) {
            header.place(line.cells().get(i), i);
        }
        for (Column column : Column.values()) {
            if (column.isRequired() && !header.places.containsKey(column)) {
                header.findings.add(new Finding("oath-csv.column-missing", Map.of("column", column.title())));
            }
        }
        return header;
    }

    private void place(String title, int at) {
        String folded = title.toLowerCase(Locale.ROOT).strip();
        for (Column column : Column.values()) {
            if (column.title().equals(folded) && places.putIfAbsent(column, at) != null) {
                findings.add(new Finding("oath-csv.column-twice", Map.of("column", column.title())));
            }
        }
    }

    /** Returns the problems of the header. */
    List<Finding> findings() {
        return findings;
    }

    int width() {
        return width;
    }

    /** Returns the text in a column, or an empty text if the file has no such column. */
    String text(CsvLines.Line line, Column column) {
        Integer place = places.get(column);
        return place == null ? "" : line.cells().get(place);
    }
}
