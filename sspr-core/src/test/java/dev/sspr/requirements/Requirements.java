package dev.sspr.requirements;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Every requirement in the order of the file, and the page that shows them beside their tests. */
final class Requirements {
    private static final List<String> INTRODUCTION = List.of(
            "# What the ids in code and tests mean",
            "",
            "Generated from `src/test/resources/dev/sspr/requirements` and from the tests; a test compares the page.",
            "Code and tests name these ids. A test holds an id if its tag, display name or Javadoc names the id.",
            "Test classes stand without `dev.sspr`. An id stands in one of three groups: tested, cannot occur, or open.",
            "The file marks an id of the last two groups in a fifth column: `cannot occur: reason` or `for: module`.",
            "",
            "Sources: RFC and WebAuthn sections, OWASP ASVS 5.0.0, OWASP Cheat Sheets by title, NIST SP 800-63B-4,",
            "CVE and GHSA records. `V-HOST` without a number stands for all ids that begin with it.");

    private Requirements() {}

    static List<Requirement> all() {
        String name = "requirements.txt";
        try (InputStream in = Objects.requireNonNull(Requirements.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map(Requirement::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The requirements that no test names and that can occur. */
    static List<Requirement> open(Map<String, ? extends Collection<String>> holders) {
        return all().stream()
                .filter(one ->
                        !holders.containsKey(one.id()) && one.cannotOccur().isEmpty())
                .toList();
    }

    /** The page. */
    static List<String> page(Map<String, ? extends Collection<String>> holders) {
        List<String> page = new ArrayList<>(INTRODUCTION);
        page.addAll(List.of("", "## Requirements", ""));
        held(page, "R-", holders);
        page.addAll(List.of(
                "",
                "## Flaws of other products",
                "",
                "The sentence says what went wrong there. The tests show that it does not happen here.",
                ""));
        held(page, "V-", holders);
        page.addAll(
                List.of("", "## Faults of 0.1.0, found by use and attack", "", "The sentence says what is right.", ""));
        held(page, "F2-", holders);
        page.addAll(List.of(
                "",
                "## Cannot occur",
                "",
                "No test can play these, because a type or the absence of a thing rules them out.",
                "",
                "| Id | What it says | Source | Why it cannot occur |",
                "|---|---|---|---|"));
        all().stream().filter(one -> one.cannotOccur().isPresent()).forEach(one -> page.add(one.absent()));
        page.addAll(List.of(
                "",
                "## Open: no test names these yet",
                "",
                "The module is the one that will test it: core, SPI (role and kit), an adapter, or the host's web page.",
                "",
                "| Id | Module | What it says | Source |",
                "|---|---|---|---|"));
        open(holders).forEach(one -> page.add(one.open()));
        return page;
    }

    private static void held(List<String> page, String kind, Map<String, ? extends Collection<String>> holders) {
        List<String> lines = all().stream()
                .filter(one -> one.id().startsWith(kind) && holders.containsKey(one.id()))
                .map(one -> one.held(holders.get(one.id())))
                .toList();
        if (lines.isEmpty()) {
            page.add("No test names one of them yet.");
            return;
        }
        page.add("| Id | What it says | Source | Held by |");
        page.add("|---|---|---|---|");
        page.addAll(lines);
    }
}
