package dev.sspr.requirements;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * One id and what it demands: a requirement, a flaw of another product, or a fault found in this one.
 *
 * @param module where it is enforced: core, SPI, adapter or web page
 * @param cannotOccur why no test can play it here: the type or the absence that rules it out
 * @param planned the module that will test it: adapter or web page
 */
record Requirement(
        String id,
        String module,
        String sentence,
        String source,
        Optional<String> cannotOccur,
        Optional<String> planned) {
    private static final String CANNOT_OCCUR = "cannot occur: ";
    private static final String PLANNED = "for: ";

    static Requirement parse(String line) {
        List<String> parts = List.of(line.split(" \\| ", -1));
        String mark = parts.size() == 5 ? parts.get(4) : "";
        Optional<String> cannotOccur = after(CANNOT_OCCUR, mark);
        Optional<String> planned = after(PLANNED, mark);
        if (parts.size() != 4 && cannotOccur.isEmpty() && planned.isEmpty()) {
            throw new IllegalStateException("requirements.txt: " + line);
        }
        return new Requirement(parts.get(0), parts.get(1), parts.get(2), parts.get(3), cannotOccur, planned);
    }

    private static Optional<String> after(String word, String mark) {
        return mark.startsWith(word) ? Optional.of(mark.substring(word.length())) : Optional.empty();
    }

    /** Whether the file says why no test names this id. */
    boolean marked() {
        return cannotOccur.isPresent() || planned.isPresent();
    }

    /** The line of the page for an id that these tests hold. */
    String held(Collection<String> tests) {
        String names =
                String.join(", ", tests.stream().map(test -> "`" + test + "`").toList());
        return "| " + String.join(" | ", id, sentence, source, names) + " |";
    }

    /** The line of the page for an id that cannot occur. */
    String absent() {
        return "| " + String.join(" | ", id, sentence, source, cannotOccur.orElseThrow()) + " |";
    }

    /** The line of the page for an id that no test names yet. */
    String open() {
        return "| " + String.join(" | ", id, planned.orElse(module), sentence, source) + " |";
    }
}
