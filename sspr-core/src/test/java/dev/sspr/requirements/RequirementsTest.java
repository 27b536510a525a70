package dev.sspr.requirements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sspr.architecture.Page;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every id that code or tests name is defined once in one plain sentence, and the page shows the tests of each. */
class RequirementsTest {
    /** How many ids have neither a test nor a mark; lower it when one of them gets either, and never raise it. */
    private static final int OPEN = 64;

    private static final int LONGEST_SENTENCE = 30;
    private static final Pattern BANNED =
            Pattern.compile("\\b(?:whoever|nobody|somebody|everybody|ruling)\\b", Pattern.CASE_INSENSITIVE);
    private static final Set<String> MODULES = Set.of("core", "SPI", "adapter", "web page");

    @Test
    void id_namedInCode_isDefined() throws IOException {
        Set<String> defined = Requirements.all().stream().map(Requirement::id).collect(Collectors.toSet());
        SortedMap<String, String> undefined = new TreeMap<>(NamedIds.inCode());
        undefined.keySet().removeAll(defined);

        assertThat(undefined).isEmpty();
    }

    @Test
    void id_defined_isUnique() {
        assertThat(Requirements.all()).extracting(Requirement::id).doesNotHaveDuplicates();
    }

    @Test
    void ids_thatNoTestNames_growNoMore() throws IOException {
        assertThat(Requirements.open(NamedIds.holders()))
                .filteredOn(one -> !one.marked())
                .extracting(Requirement::id)
                .hasSizeLessThanOrEqualTo(OPEN);
    }

    @Test
    void mark_ofAnId_standsWhereNoTestNamesIt() throws IOException {
        Map<String, SortedSet<String>> holders = NamedIds.holders();

        assertThat(Requirements.all())
                .filteredOn(one -> one.marked() && holders.containsKey(one.id()))
                .as("a test holds these, so the file need not mark them")
                .extracting(Requirement::id)
                .isEmpty();
    }

    @Test
    void mark_saysInOneShortSentenceWhyOrForWhichModule() {
        for (Requirement one : Requirements.all()) {
            one.cannotOccur().ifPresent(reason -> {
                assertThat(reason.split(" ")).as(one.id()).hasSizeBetween(4, LONGEST_SENTENCE);
                assertThat(reason).as(one.id()).endsWith(".").doesNotContainPattern(BANNED);
            });
            one.planned()
                    .ifPresent(module -> assertThat(List.of(one.module().split(", ")))
                            .as(one.id())
                            .contains(module));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"later", "cannot occur:", "for:", "For: web page", ""})
    void mark_ofAnotherForm_isRefused(String mark) {
        assertThatIllegalStateException()
                .isThrownBy(() -> Requirement.parse("R-" + "X-1 | core | A sentence. | own design | " + mark));
    }

    @Test
    void page_showsThreeGroups() {
        List<String> page = Requirements.page(Map.of("R-TOK-1", List.of("ATest")));

        assertThat(page)
                .contains("## Requirements", "## Cannot occur", "## Open: no test names these yet")
                .anyMatch(line -> line.startsWith("| R-TOK-1 |") && line.endsWith("| `ATest` |"))
                .noneMatch(line -> line.startsWith("| R-TOK-1 | core"))
                .anyMatch(line -> line.startsWith("| R-TOK-2 | core |"));
        assertThat(Requirement.parse("V-" + "X-1 | core | A sentence. | source | cannot occur: No such type.")
                        .absent())
                .isEqualTo("| V-" + "X-1 | A sentence. | source | No such type. |");
        assertThat(Requirement.parse("V-" + "X-1 | core, web page | A sentence. | source | for: web page")
                        .open())
                .isEqualTo("| V-" + "X-1 | web page | A sentence. | source |");
    }

    @Test
    void sentence_ofEachId_isShortAndPlain() {
        for (Requirement one : Requirements.all()) {
            assertThat(one.sentence().split(" ")).as(one.id()).hasSizeBetween(4, LONGEST_SENTENCE);
            assertThat(one.sentence()).as(one.id()).endsWith(".").doesNotContainPattern(BANNED);
            assertThat(one.source()).as("%s has a source", one.id()).isNotBlank();
            assertThat(MODULES)
                    .as("%s has modules", one.id())
                    .containsAll(List.of(one.module().split(", ")));
        }
    }

    @Test
    void page_besideTheCode_isGeneratedFromIt() throws IOException {
        Map<String, SortedSet<String>> holders = NamedIds.holders();

        Page.isOnDisk("requirements.md", Requirements.page(holders));
    }
}
