package dev.sspr.requirements;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Every id that code or tests name is defined once in one plain sentence, and the page shows the tests of each. */
class RequirementsTest {
    /** How many ids no test names; lower it when a test takes one of them up, and never raise it. */
    private static final int OPEN = 208;

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
                .extracting(Requirement::id)
                .hasSizeLessThanOrEqualTo(OPEN);
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
