package dev.sspr.internal.messages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.policy.QuestionRules;
import dev.sspr.spi.Prompt.Question;
import java.util.HashSet;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The bundled questions. */
@Tag("SQ-01")
@Tag("SQ-19")
class QuestionTextsTest {
    private final QuestionTexts texts = new QuestionTexts();

    @Test
    void bundle_has35QuestionsInEveryLanguage() {
        assertThat(texts.ids()).hasSize(35).allSatisfy(id -> {
            assertThat(id).matches(QuestionRules.ID);
            assertThat(texts.everyText(id)).hasSize(2).doesNotHaveDuplicates().allSatisfy(text -> {
                assertThat(text).endsWith("?").hasSizeBetween(20, 90);
                assertThat(new Question(id, text).text()).isEqualTo(text);
            });
        });
    }

    @Test
    void questions_ofALanguage_areAllDifferent() {
        for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.forLanguageTag("nl")}) {
            HashSet<String> all = new HashSet<>();
            texts.ids().forEach(id -> all.add(texts.text(id, locale).orElseThrow()));

            assertThat(all).hasSize(35);
        }
    }

    @Test
    void text_comesInThePersonsLanguageElseInEnglish() {
        assertThat(texts.text("city-mother-born", Locale.forLanguageTag("nl-BE")))
                .hasValue("In welke plaats is uw moeder geboren?");
        assertThat(texts.text("city-mother-born", Locale.JAPANESE)).hasValue("In which town was your mother born?");
        assertThat(texts.text("other", Locale.ENGLISH)).isEmpty();
        assertThat(texts.everyText("other")).isEmpty();
    }
}
