package dev.sspr.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.architecture.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** "Common problems and their solutions", in both languages. */
class PageTest {
    private static final Map<String, List<String>> WORDS = Map.of(
            "en",
            List.of(
                    "# Common problems and their solutions",
                    "This page is made from the catalogue of outcomes by a test; do not edit it.",
                    "## What people meet",
                    "| | problem | answer | outcomes |",
                    "## All outcomes",
                    "user",
                    "administrator",
                    "adapter author",
                    "Told to",
                    "In Entra"),
            "nl",
            List.of(
                    "# Veelvoorkomende problemen en hun oplossingen",
                    "Deze pagina wordt door een test uit de catalogus van uitkomsten gemaakt; wijzig haar niet met de hand.",
                    "## Wat mensen tegenkomen",
                    "| | probleem | antwoord | uitkomsten |",
                    "## Alle uitkomsten",
                    "gebruiker",
                    "beheerder",
                    "schrijver van een adapter",
                    "Voor",
                    "In Entra"));

    @Test
    void english_isOnDisk() throws IOException {
        Page.isOnDisk("common-problems.md", page("en"));
    }

    @Test
    void dutch_isOnDisk() throws IOException {
        Page.isOnDisk("common-problems.nl.md", page("nl"));
    }

    @Test
    void everyProblemOfEntra_isAnswered() throws IOException {
        List<Problem> problems = Problem.all();

        assertThat(problems)
                .hasSize(22)
                .extracting(Problem::row)
                .contains("ERR-U1", "ERR-U22")
                .doesNotHaveDuplicates();
        assertThat(problems).allSatisfy(problem -> {
            assertThat(problem.ids()).allMatch(id -> Outcomes.byId(id).isPresent(), "known");
            String answer = problem.told().get("en").answer();
            assertThat(problem.ids().isEmpty()).isEqualTo(answer.startsWith("It cannot happen here:"));
            assertThat(problem.told().values()).allMatch(told -> !told.answer().isBlank());
        });
    }

    private static List<String> page(String language) throws IOException {
        List<String> words = WORDS.getOrDefault(language, List.of());
        List<String> lines = new ArrayList<>(
                List.of(words.get(0), "", words.get(1), "", words.get(2), "", words.get(3), "|---|---|---|---|"));
        for (Problem problem : Problem.all()) {
            Problem.Told told = problem.told().get(language);
            String links = String.join(
                    ", ",
                    problem.ids().stream()
                            .map(id -> "[" + id + "](#" + id.toLowerCase(Locale.ROOT) + ")")
                            .toList());
            lines.add("| " + problem.row() + " | " + told.problem() + " | " + told.answer() + " | " + links + " |");
        }
        lines.addAll(List.of("", words.get(4)));
        for (Outcome outcome : Outcomes.all()) {
            section(lines, outcome, new Locale(language), words);
        }
        return lines;
    }

    private static void section(List<String> lines, Outcome outcome, Locale locale, List<String> words) {
        lines.addAll(List.of(
                "",
                "### " + outcome.id(),
                "",
                "**" + outcome.title(locale) + "** · " + words.get(8) + ": " + outcome.disclosure()
                        + (outcome.entra().isEmpty()
                                ? ""
                                : " · " + words.get(9) + ": " + String.join(", ", outcome.entra())),
                ""));
        int word = 5;
        for (Outcome.Audience audience : Outcome.Audience.values()) {
            Outcome.Advice advice = outcome.advice(audience, locale);
            lines.add("- *" + words.get(word++) + "*: " + advice.cause() + " " + advice.remedy());
        }
    }
}
