package dev.sspr.requirements;

import java.util.Collection;
import java.util.List;

/**
 * One id and what it demands: a requirement, a flaw of another product, or a fault found in this one.
 *
 * @param module where it is enforced: core, SPI, adapter or web page
 */
record Requirement(String id, String module, String sentence, String source) {
    static Requirement parse(String line) {
        List<String> parts = List.of(line.split(" \\| ", -1));
        if (parts.size() != 4) {
            throw new IllegalStateException("requirements.txt: " + line);
        }
        return new Requirement(parts.get(0), parts.get(1), parts.get(2), parts.get(3));
    }

    /** The line of the page for an id that these tests hold. */
    String held(Collection<String> tests) {
        String names =
                String.join(", ", tests.stream().map(test -> "`" + test + "`").toList());
        return "| " + String.join(" | ", id, sentence, source, names) + " |";
    }

    /** The line of the page for an id that no test names. */
    String open() {
        return "| " + String.join(" | ", id, module, sentence, source) + " |";
    }
}
