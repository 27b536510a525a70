package dev.sspr.spi.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.sspr.spi.PhoneNumbers;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The clauses of {@link PhoneNumbers}. */
public abstract class PhoneNumbersContract extends Contract {
    private static final List<String> ODD = List.of(
            "+8881234567",
            "+1000000000",
            "+9999999",
            "+999999999999999",
            "+210123456",
            "+10000000",
            "+442000000000000");
    private static final List<String> MISFORMED = List.of(
            "",
            "+",
            "0612345678",
            "0031612345678",
            "+0612345678",
            "+31 612345678",
            "+316123456789012345",
            "+31612x",
            "+٣١٦١٢٣٤٥٦٧٨",
            "+31612345678;ext=1",
            "tel:+31612345678",
            "+31612345678\n");

    /** For vendors to extend. */
    protected PhoneNumbersContract() {}

    /**
     * The numbering plans.
     *
     * @return the same within a test
     */
    protected abstract PhoneNumbers numbers();

    /**
     * A number that can belong to a mobile phone.
     *
     * @return in E.164 form
     */
    protected abstract String mobile();

    /**
     * The number of {@link #mobile} with the trunk prefix of its country after the calling code.
     *
     * @return in E.164 form
     */
    protected abstract String withTrunkPrefix();

    /**
     * A number whose callers pay extra.
     *
     * @return in E.164 form
     */
    protected abstract String costly();

    /**
     * Everything that was kept or written since the test began: rows, cache, log.
     *
     * @return all of it as text
     */
    protected abstract String kept();

    @Test
    @DisplayName("PN1: the same number gets the same answer")
    void pn1_answers_stayTheSame() {
        PhoneNumbers.Type first = numbers().lineOf(mobile()).type();
        for (int i = 0; i < 5; i++) {
            assertThat(numbers().lineOf(costly()).type())
                    .as("PN1: between two questions")
                    .isNotEqualTo(first);
            assertThat(numbers().lineOf(mobile()).type())
                    .as("PN1: the same question again")
                    .isEqualTo(first);
        }
        assertThat(first)
                .as("PN1: a number that a mobile phone may have")
                .isIn(PhoneNumbers.Type.MOBILE, PhoneNumbers.Type.FIXED_OR_MOBILE);
    }

    @Test
    @DisplayName("PN2: it answers for every text of E.164 form")
    void pn2_anyNumber_isAnswered() {
        for (String number : ODD) {
            assertThat(numbers().lineOf(number).type())
                    .as("PN2: the kind of %s", number)
                    .isNotNull()
                    .isNotIn(PhoneNumbers.Type.MOBILE, PhoneNumbers.Type.FIXED_OR_MOBILE);
        }
    }

    @Test
    @Tag("R-RATE-10")
    @DisplayName("PN3: a number whose callers pay extra is costly")
    void pn3_premiumRate_isCostly() {
        assertThat(numbers().lineOf(costly()).type()).as("PN3: a costly number").isEqualTo(PhoneNumbers.Type.COSTLY);
    }

    @Test
    @Tag("R-LOG-1")
    @DisplayName("PN4: nothing of a number is kept")
    void pn4_number_isNotKept() {
        numbers().lineOf(mobile()).type();
        numbers().lineOf(costly()).type();
        String kept = kept() + numbers();
        for (String number : List.of(mobile(), costly())) {
            assertThat(kept.contains(number.substring(3)))
                    .as("PN4: a number is kept")
                    .isFalse();
        }
    }

    @Test
    @DisplayName("PN5: 64 threads call at once, and each gets its own answer")
    void pn5_parallelQuestions_haveTheirOwnAnswers() {
        PhoneNumbers.Type even = numbers().lineOf(mobile()).type();
        PhoneNumbers.Type odd = numbers().lineOf(costly()).type();
        List<PhoneNumbers.Type> answers = Race.run(thread ->
                numbers().lineOf(thread % 2 == 0 ? mobile() : costly()).type());
        for (int thread = 0; thread < answers.size(); thread++) {
            assertThat(answers.get(thread)).as("PN5: thread %d", thread).isEqualTo(thread % 2 == 0 ? even : odd);
        }
    }

    @Test
    @DisplayName("PN6: an outage throws BackendUnavailableException, not an answer")
    void pn6_outage_isUnavailable() {
        PhoneNumbers.Type before = numbers().lineOf(costly()).type();
        failsWhileDown(
                "PN6",
                () -> numbers().lineOf(mobile()).type(),
                () -> numbers().lineOf(costly()).type());
        assertThat(numbers().lineOf(costly()).type()).as("PN6: afterwards").isEqualTo(before);
    }

    @Test
    @DisplayName("PN6: a hanging backend causes BackendUnavailableException within 30 seconds")
    void pn6_hang_isUnavailable() {
        failsWhileHanging("PN6", () -> numbers().lineOf(mobile()).type());
    }

    @Test
    @DisplayName("PN7: null is refused")
    void pn7_null_isRefused() {
        refusesNull("PN7", () -> numbers().lineOf(null).type());
    }

    @Test
    @DisplayName("PN7: a text of another form is refused, and not quoted")
    void pn7_otherForms_areRefused() {
        for (String text : MISFORMED) {
            Throwable thrown = catchThrowable(() -> numbers().lineOf(text).type());
            assertThat(thrown).as("PN7: for \"%s\"", text).isInstanceOf(IllegalArgumentException.class);
            assertThat(text.length() > 3 && String.valueOf(thrown.getMessage()).contains(text))
                    .as("PN7: the message quotes \"%s\"", text)
                    .isFalse();
        }
    }

    @Test
    @Tag("F2-P1")
    @DisplayName("PN8: the canonical form has no trunk prefix, and it is its own canonical form")
    void pn8_canonicalForm_isTheNumberThatIsDialled() {
        assertThat(numbers().lineOf(withTrunkPrefix()))
                .as("PN8: a number with a trunk prefix")
                .isEqualTo(numbers().lineOf(mobile()));
        for (String number : List.of(mobile(), costly())) {
            assertThat(numbers().lineOf(number).number())
                    .as("PN8: a canonical form")
                    .isEqualTo(number);
        }
    }

    @Test
    @DisplayName("PN8: a number that no plan has stays as it is")
    void pn8_numberWithoutPlan_staysAsItIs() {
        for (String number : ODD) {
            PhoneNumbers.Line line = numbers().lineOf(number);
            if (line.type() == PhoneNumbers.Type.NONE || line.type() == PhoneNumbers.Type.UNKNOWN) {
                assertThat(line.number()).as("PN8: the form of %s", number).isEqualTo(number);
            }
        }
    }
}
