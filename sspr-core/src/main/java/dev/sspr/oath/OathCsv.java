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
 * Reads hardware tokens from the CSV file that Entra ID takes: a header line, then a token a line, in the columns
 * {@code upn}, {@code serial number}, {@code secret key}, {@code time interval}, {@code manufacturer}, {@code model}, in any
 * order and case. Four more may be there: {@code type} ({@code totp}, or {@code hotp} for tokens with a button, whose
 * {@code time interval} is empty or 0), {@code counter} of a button's next code (0 if empty), {@code algorithm}
 * ({@code sha1}, {@code sha256}, {@code sha512}; {@code sha1} if empty) and {@code digits} (6 or 8; 6 if empty). Quotes as in
 * RFC 4180, but no line ends within them; a byte order mark, any line ends and blank lines are no matter.
 *
 * <p>Reading takes nothing: every line is either a {@link Row} or has at least one {@link Problem}, and the caller decides
 * whether the good rows of a file with problems are to be imported.
 */
public final class OathCsv {
    /** The most characters of a file: more than 50,000 tokens. */
    public static final int MAX_LENGTH = 10_000_000;

    private OathCsv() {}

    /**
     * A token of a person.
     *
     * @param line which line of the file, from 1
     * @param upn the login name of whom it is for, as it was written
     * @param token the token
     */
    public record Row(int line, String upn, OathToken token) {
        /** Checks the parts. */
        public Row {
            Objects.requireNonNull(upn, "upn");
            Objects.requireNonNull(token, "token");
        }

        /** The line only. */
        @Override
        public String toString() {
            return "Row[" + line + "]";
        }
    }

    /**
     * Why a line is not taken.
     *
     * @param line which line of the file, from 1
     * @param finding what is wrong, such as {@code oath-csv.secret-not-base32}; its parameters name the column, another
     *     line or what is allowed, never a secret
     */
    public record Problem(int line, Finding finding) {
        /** Checks the parts. */
        public Problem {
            Objects.requireNonNull(finding, "finding");
        }
    }

    /**
     * What a file holds.
     *
     * @param rows the good rows, in the order of the file
     * @param problems everything that is wrong with the others, by line
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
     * @param text all of it, decoded from UTF-8; the caller wipes what it can of it
     * @return its rows and its problems; no row at all if there is no sound header or the file is longer than
     *     {@link #MAX_LENGTH}
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
