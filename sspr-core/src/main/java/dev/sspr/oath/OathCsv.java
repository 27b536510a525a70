package dev.sspr.oath;

import dev.sspr.spi.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads hardware tokens from the CSV file of Entra ID: a header line, then one token a line. The columns are
 * {@code upn}, {@code serial number}, {@code secret key}, {@code time interval}, {@code manufacturer} and
 * {@code model}, in any order and case.
 *
 * <p>Four more columns are optional. {@code type} is {@code totp}, or {@code hotp} for tokens with a button, whose
 * {@code time interval} is empty or 0. {@code counter} is the counter of the next code of such a token (0 if empty).
 * {@code algorithm} is {@code sha1}, {@code sha256} or {@code sha512} ({@code sha1} if empty). {@code digits} is 6 or 8
 * (6 if empty).
 *
 * <p>Quotes are as in RFC 4180, but a quoted cell cannot contain a line end. The file may have a byte order mark, any
 * line ends and blank lines.
 *
 * <p>Reading imports nothing. Every line is either a {@link Row} or has at least one {@link Problem}. The caller
 * decides whether to import the rows of a file with problems.
 */
public final class OathCsv {
    /** The most characters of a file, enough for more than 50,000 tokens. */
    public static final int MAX_LENGTH = 10_000_000;

    private OathCsv() {}

    /**
     * The token of a user.
     *
     * @param line the line of the file, from 1
     * @param upn the login name of the user, as it is written in the file
     * @param token the token
     */
    public record Row(int line, String upn, OathToken token) {
        /** Checks the parts. */
        public Row {
            Objects.requireNonNull(upn, "upn");
            Objects.requireNonNull(token, "token");
        }

        /** Returns only the line. */
        @Override
        public String toString() {
            return "Row[" + line + "]";
        }
    }

    /**
     * The reason why a line cannot be imported.
     *
     * @param line the line of the file, from 1
     * @param finding the reason, such as {@code oath-csv.secret-not-base32}; its parameters name the column, another
     *     line or the allowed values, never a secret
     */
    public record Problem(int line, Finding finding) {
        /** Checks the parts. */
        public Problem {
            Objects.requireNonNull(finding, "finding");
        }
    }

    /**
     * The content of a file.
     *
     * @param rows the correct rows, in the order of the file
     * @param problems every problem of the other lines, by line
     */
    public record Content(List<Row> rows, List<Problem> problems) {
        /** Copies the lists. */
        public Content {
            rows = List.copyOf(rows);
            problems = List.copyOf(problems);
        }
    }

    /**
     * Reads a file.
     *
     * @param text the whole file, decoded from UTF-8; the caller wipes it as far as possible
     * @return its rows and its problems; no rows if the header is wrong or the file is longer than {@link #MAX_LENGTH}
     */
    public static Content read(CharSequence text) {
        if (text.length() > MAX_LENGTH) {
            return refused(1, new Finding("oath-csv.too-long", Map.of("max", String.valueOf(MAX_LENGTH))));
        }
        List<CsvLines.Line> lines = CsvLines.of(text);
        if (lines.isEmpty()) {
            return refused(1, Finding.of("oath-csv.empty"));
        }
        OathCsvHeader header = OathCsvHeader.of(lines.get(0));
        if (!header.findings().isEmpty()) {
            return new Content(
                    List.of(),
                    header.findings().stream()
                            .map(finding -> new Problem(lines.get(0).number(), finding))
                            .toList());
        }
        List<OathCsvLine> read = lines.subList(1, lines.size()).stream()
                .map(line -> new OathCsvLine(header, line))
                .toList();
        List<Problem> problems = new ArrayList<>();
        read.forEach(line -> problems.addAll(line.problems()));
        problems.addAll(OathCsvTwice.among(read));
        problems.sort(Comparator.comparingInt(Problem::line));
        Set<Integer> bad = problems.stream().map(Problem::line).collect(Collectors.toSet());
        List<Row> rows = read.stream()
                .flatMap(line -> line.row().stream())
                .filter(row -> !bad.contains(row.line()))
                .toList();
        return new Content(rows, problems);
    }

    private static Content refused(int line, Finding finding) {
        return new Content(List.of(), List.of(new Problem(line, finding)));
    }
}
