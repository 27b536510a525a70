package dev.sspr.spi.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sspr.spi.Response;
import dev.sspr.spi.Response.Chosen;
import dev.sspr.spi.Response.Chosen.Choice;
import dev.sspr.spi.Secret;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Questions that were chosen, with their answers. */
class ChosenTest {
    private static Choice choice(String question, String answer) {
        return new Choice(question, Secret.of(answer));
    }

    @Test
    void texts_ofOtherQuestionsOrAnswers_differ() {
        Secret one = new Chosen(List.of(choice("pet", "Rex"))).secret();

        assertThat(one).isEqualTo(new Chosen(List.of(choice("pet", "Rex"))).secret());
        assertThat(List.of(
                        new Chosen(List.of(choice("pet", "Max"))).secret(),
                        new Chosen(List.of(choice("hero", "Rex"))).secret(),
                        new Chosen(List.of(choice("pe", "tRex"))).secret(),
                        new Chosen(List.of(choice("pet", "Rex"), choice("pet", "Rex"))).secret()))
                .doesNotContain(one);
    }

    @Test
    void choices_tooManyOrTooLong_doNotFit() {
        Choice longest = choice("pet", "x".repeat(Response.MAX_LENGTH));

        assertThat(new Chosen(Collections.nCopies(Response.MAX_ANSWERS, longest)).fits())
                .isTrue();
        assertThat(new Chosen(Collections.nCopies(Response.MAX_ANSWERS + 1, longest)).fits())
                .isFalse();
        assertThat(new Chosen(List.of(choice("pet", "x".repeat(Response.MAX_LENGTH + 1)))).fits())
                .isFalse();
    }

    @Test
    void question_withoutAnIdOrWithALongOne_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> choice("", "Rex"));
        assertThatIllegalArgumentException().isThrownBy(() -> choice("x".repeat(33), "Rex"));
    }
}
