package dev.sspr.entra;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The rows of methods, gates, registration, questions, combined registration, campaign and access pass. */
final class EntraRows {
    private EntraRows() {}

    /** What each row says, in order. */
    static Map<String, String> summaries() {
        Map<String, String> rows = new LinkedHashMap<>();
        for (String line : lines("rows.txt")) {
            String id = line.substring(0, line.indexOf(' '));
            if (rows.put(id, line.substring(id.length() + 1)) != null) {
                throw new IllegalStateException("rows.txt has " + id + " twice");
            }
        }
        return rows;
    }

    /** What became of each row, in the order of what was written down. */
    static List<EntraRow> all() {
        Map<String, String> summaries = summaries();
        List<EntraRow> rows = new ArrayList<>();
        for (String line : lines("pins.txt")) {
            String[] parts = line.split("\\|", -1);
            List<String> tests = parts[3].isEmpty() ? List.of() : List.of(parts[3].split(", "));
            EntraRow.Verdict verdict = switch (parts[1]) {
                case "same" -> EntraRow.Verdict.SAME;
                case "differs" -> EntraRow.Verdict.DIFFERS;
                case "host" -> EntraRow.Verdict.HOST;
                case "none" -> EntraRow.Verdict.NONE;
                default -> throw new IllegalStateException("pins.txt: " + line);
            };
            rows.add(new EntraRow(parts[0], summaries.getOrDefault(parts[0], ""), verdict, parts[2], tests));
        }
        return rows;
    }

    /** The page. */
    static List<String> page() {
        List<String> page = new ArrayList<>(List.of(
                "# What Microsoft Entra does, row by row",
                "",
                "Generated from `src/test/resources/dev/sspr/entra`; a test compares the page and looks up every test.",
                "A row is *as there*, or *differs* and says how, or is *the host's* to do, or is *not here* and says why.",
                "Rulings and requirement ids (`R-…`) are those of the design.",
                "",
                "| Row | What Entra does | Here | How, or why not | Held by |",
                "|---|---|---|---|---|"));
        all().forEach(row -> page.add(row.line()));
        return page;
    }

    private static List<String> lines(String name) {
        try (InputStream in = Objects.requireNonNull(EntraRows.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
