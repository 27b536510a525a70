package dev.sspr.spi.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.spi.MailDomains;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The clauses of {@link MailDomains}. */
@Tag("F2-P2")
public abstract class MailDomainsContract extends Contract {
    private static final String MAPPED = "b\u00fccher.example";
    private static final String OTHER = "\u05e7\u05d5\u05dd.example";

    /** Domains and their ASCII forms. */
    protected static final Map<String, String> FORMS = Map.of(
            MAPPED,
            "xn--bcher-kva.example",
            "B\u00dcCHER.Example",
            "xn--bcher-kva.example",
            "bu\u0308cher.example",
            "xn--bcher-kva.example",
            "b\u00fccher\u3002example",
            "xn--bcher-kva.example",
            OTHER,
            "xn--9dbq2a.example");

    /** Domains with letters that transitional processing maps to others, and their ASCII forms. */
    protected static final Map<String, String> DEVIATIONS = Map.of(
            "stra\u00dfe.example", "xn--strae-oqa.example",
            "\u03b2\u03cc\u03bb\u03bf\u03c2.example", "xn--nxasmm1c.example",
            "\u0dc1\u0dca\u200d\u0dbb\u0dd3.example", "xn--10cl1a0b660p.example",
            "\u0646\u0627\u0645\u0647\u200c\u0627\u06cc.example", "xn--mgba3gch31f060k.example");

    private static final List<String> WITHOUT = List.of(
            "",
            ".",
            "b\u00fccher..example",
            "b\u00fc cher.example",
            "b\u00fc/cher.example",
            "b\u00fc_cher.example",
            "-b\u00fccher.example",
            "b\u00fccher-.example",
            "\u200db\u00fccher.example",
            "a\u05e7.example",
            "\u0301a.example",
            "\ufffdb\u00fccher.example",
            "xn--\u00fc.example",
            "\u00fc".repeat(64) + ".example",
            "b\u00fccher.".repeat(30) + "example");

    /** For vendors to extend. */
    protected MailDomainsContract() {}

    /**
     * The mapping.
     *
     * @return the same within a test
     */
    protected abstract MailDomains domains();

    /**
     * Everything that was kept or written since the test began: rows, cache, log.
     *
     * @return all of it as text
     */
    protected abstract String kept();

    @Test
    @DisplayName("MD1: the same domain gets the same answer")
    void md1_answers_stayTheSame() {
        Optional<String> first = domains().toAscii(MAPPED);
        for (int i = 0; i < 5; i++) {
            assertThat(domains().toAscii(OTHER))
                    .as("MD1: between two questions")
                    .isNotEqualTo(first);
            assertThat(domains().toAscii(MAPPED))
                    .as("MD1: the same question again")
                    .isEqualTo(first);
        }
    }

    @Test
    @DisplayName("MD2: a domain is mapped to lower case, composed, and to A-labels")
    void md2_domain_hasItsAsciiForm() {
        FORMS.forEach((domain, ascii) -> assertThat(domains().toAscii(domain))
                .as("MD2: the form of %s", domain)
                .contains(ascii));
    }

    @Test
    @DisplayName("MD2: the answer for an answer is itself")
    void md2_answer_isItsOwnAnswer() {
        FORMS.values()
                .forEach(ascii -> assertThat(domains().toAscii(ascii))
                        .as("MD2: the form of %s", ascii)
                        .contains(ascii));
    }

    @Test
    @DisplayName("MD3: processing is not transitional")
    void md3_deviations_areLettersOfTheirOwn() {
        DEVIATIONS.forEach((domain, ascii) -> assertThat(domains().toAscii(domain))
                .as("MD3: the form of %s", domain)
                .contains(ascii));
    }

    @Test
    @DisplayName("MD4: a text without an ASCII form has no answer")
    void md4_textWithoutAForm_hasNoAnswer() {
        for (String domain : WITHOUT) {
            assertThat(domains().toAscii(domain))
                    .as("MD4: the form of %s", domain)
                    .isEmpty();
        }
    }

    @Test
    @Tag("R-LOG-1")
    @DisplayName("MD5: nothing of a domain is kept")
    void md5_domain_isNotKept() {
        domains().toAscii(MAPPED);
        assertThat(kept() + domains())
                .as("MD5: what is kept")
                .doesNotContain("cher.example")
                .doesNotContain("xn--bcher");
    }

    @Test
    @DisplayName("MD6: 64 threads call at once, and each gets its own answer")
    void md6_parallelQuestions_haveTheirOwnAnswers() {
        Optional<String> even = domains().toAscii(MAPPED);
        Optional<String> odd = domains().toAscii(OTHER);
        List<Optional<String>> answers = Race.run(thread -> domains().toAscii(thread % 2 == 0 ? MAPPED : OTHER));
        for (int thread = 0; thread < answers.size(); thread++) {
            assertThat(answers.get(thread)).as("MD6: thread %d", thread).isEqualTo(thread % 2 == 0 ? even : odd);
        }
    }

    @Test
    @DisplayName("MD7: an outage throws BackendUnavailableException, not an answer")
    void md7_outage_isUnavailable() {
        failsWhileDown("MD7", () -> domains().toAscii(MAPPED), () -> domains().toAscii(""));
        assertThat(domains().toAscii(MAPPED)).as("MD7: afterwards").isPresent();
    }

    @Test
    @DisplayName("MD7: a hanging backend causes BackendUnavailableException within 30 seconds")
    void md7_hang_isUnavailable() {
        failsWhileHanging("MD7", () -> domains().toAscii(MAPPED));
    }

    @Test
    @DisplayName("MD7: null is refused")
    void md7_null_isRefused() {
        refusesNull("MD7", () -> domains().toAscii(null));
    }
}
