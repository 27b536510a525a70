package dev.sspr.oath;

import dev.sspr.internal.bytes.Base32;
import dev.sspr.oath.OathCsvHeader.Column;
import dev.sspr.spi.Finding;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.Secret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One line of a file of tokens: a row, or all problems of the line. */
final class OathCsvLine {
    private static final String ALLOWED = "allowed";

    private final OathCsvHeader header;
    private final CsvLines.Line line;
    private final List<Finding> findings = new ArrayList<>();
    private Optional<OathCsv.Row> row = Optional.empty();

    OathCsvLine(OathCsvHeader header, CsvLines.Line line) {
        this.header = header;
        this.line = line;
        if (line.quotes() == CsvLines.Quotes.BROKEN) {
            findings.add(Finding.of("oath-csv.quotes"));
        } else if (line.cells().size() != header.width()) {
            findings.add(new Finding(
                    "oath-csv.cells",
                    Map.of("found", String.valueOf(line.cells().size()), "expected", String.valueOf(header.width()))));
        } else {
            read();
        }
    }

    int number() {
        return line.number();
    }

    List<OathCsv.Problem> problems() {
        return findings.stream()
                .map(finding -> new OathCsv.Problem(line.number(), finding))
                .toList();
    }

    /** Returns the serial number, even if other cells are wrong, or an empty text if there is none. */
    String serial() {
        return line.cells().size() == header.width() ? header.text(line, Column.SERIAL) : "";
    }

    Optional<OathCsv.Row> row() {
        return row;
    }

    private void read() {
        String upn = named(Column.UPN, 1, LoginName.MAX_LENGTH);
        String serial = named(Column.SERIAL, 1, 64);
        String manufacturer = named(Column.MANUFACTURER, 0, 64);
        String model = named(Column.MODEL, 0, 64);
        Secret seed = seed();
        Optional<OathToken.Factor> factor = factor();
        Optional<OathToken.Hash> hash = hash();
        Optional<Integer> digits = oneOf(Column.DIGITS, Map.of("", 6, "6", 6, "8", 8), "6, 8");
        if (findings.isEmpty()) {
            OathToken token = new OathToken(
                    serial, manufacturer, model, seed, hash.orElseThrow(), digits.orElseThrow(), factor.orElseThrow());
            row = Optional.of(new OathCsv.Row(line.number(), upn, token));
        }
    }

    private String named(Column column, int least, int most) {
        String text = header.text(line, column);
        boolean control = text.chars().anyMatch(Character::isISOControl);
        if (text.length() < least) {
            find("oath-csv.missing", column, "");
        } else if (text.length() > most) {
            find("oath-csv.cell-too-long", column, String.valueOf(most));
        } else if (control) {
            find("oath-csv.control-character", column, "");
        }
        return text;
    }

    private Secret seed() {
        char[] text = header.text(line, Column.SECRET).toCharArray();
        Optional<byte[]> bytes = text.length > OathToken.MAX_SEED ? Optional.empty() : Base32.decode(text);
        int length = bytes.map(all -> all.length).orElse(0);
        bytes.ifPresent(all -> Arrays.fill(all, (byte) 0));
        if (text.length == 0) {
            find("oath-csv.missing", Column.SECRET, "");
        } else if (text.length > OathToken.MAX_SEED) {
            find("oath-csv.secret-too-long", Column.SECRET, String.valueOf(OathToken.MAX_SEED));
        } else if (bytes.isEmpty()) {
            find("oath-csv.secret-not-base32", Column.SECRET, "A-Z, 2-7");
        } else if (length < OathToken.LEAST_SEED_BYTES) {
            find("oath-csv.secret-too-short", Column.SECRET, "26");
        }
        Secret seed = Secret.of(text);
        Arrays.fill(text, '\0');
        return seed;
    }

    private Optional<OathToken.Hash> hash() {
        return oneOf(
                Column.ALGORITHM,
                Map.of(
                        "", OathToken.Hash.SHA1,
                        "sha1", OathToken.Hash.SHA1,
                        "hmacsha1", OathToken.Hash.SHA1,
                        "sha256", OathToken.Hash.SHA256,
                        "hmacsha256", OathToken.Hash.SHA256,
                        "sha512", OathToken.Hash.SHA512,
                        "hmacsha512", OathToken.Hash.SHA512),
                "sha1, sha256, sha512");
    }

    private Optional<OathToken.Factor> factor() {
        Optional<String> type = oneOf(Column.TYPE, Map.of("", "totp", "totp", "totp", "hotp", "hotp"), "totp, hotp");
        if (type.isEmpty()) {
            return Optional.empty();
        }
        if (type.get().equals("hotp")) {
            oneOf(Column.INTERVAL, Map.of("", 0, "0", 0), "0, or empty for hotp");
            return counter();
        }
        if (!header.text(line, Column.COUNTER).isEmpty()) {
            find("oath-csv.not-allowed", Column.COUNTER, "-");
        }
        return oneOf(Column.INTERVAL, Map.of("30", 30, "60", 60), "30, 60")
                .map(seconds -> new OathToken.Factor.Time(Duration.ofSeconds(seconds)));
    }

    private Optional<OathToken.Factor> counter() {
        String text = header.text(line, Column.COUNTER);
        if (!text.matches("[0-9]{0,12}")) {
            find("oath-csv.not-allowed", Column.COUNTER, "0-999999999999");
            return Optional.empty();
        }
        return Optional.of(new OathToken.Factor.Presses(text.isEmpty() ? 0 : Long.parseLong(text)));
    }

    private <T> Optional<T> oneOf(Column column, Map<String, T> values, String allowed) {
        Optional<T> value = Optional.ofNullable(
                values.get(header.text(line, column).toLowerCase(Locale.ROOT).strip()));
        if (value.isEmpty()) {
            find("oath-csv.not-allowed", column, allowed);
        }
        return value;
    }

    private void find(String code, Column column, String allowed) {
        findings.add(new Finding(
                code,
                allowed.isEmpty()
                        ? Map.of("column", column.title())
                        : Map.of("column", column.title(), ALLOWED, allowed)));
    }
}
