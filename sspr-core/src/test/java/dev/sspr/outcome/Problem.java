package dev.sspr.outcome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A problem that people meet in Entra (ERR-U1 to ERR-U22), and what answers it here. */
record Problem(String row, List<String> ids, Map<String, Told> told) {
    /** The two texts in one language. */
    record Told(String problem, String answer) {}

    static List<Problem> all() throws IOException {
        List<Problem> problems = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("src/test/resources/dev/sspr/outcome/problems.txt"))) {
            if (!line.startsWith("#")) {
                problems.add(of(line.split("\\|", -1)));
            }
        }
        return problems;
    }

    private static Problem of(String[] cells) {
        List<String> ids = Arrays.stream(cells[1].split(" ", -1))
                .filter(id -> !id.isEmpty())
                .map(id -> "SSPR-" + id)
                .toList();
        return new Problem(
                "ERR-" + cells[0], ids, Map.of("en", new Told(cells[2], cells[3]), "nl", new Told(cells[4], cells[5])));
    }
}
