package dev.sspr.internal.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sspr.policy.QuestionRules;
import dev.sspr.spi.CredentialVerifier;
import dev.sspr.spi.Prompt;
import dev.sspr.spi.Prompt.Question;
import dev.sspr.spi.Response;
import dev.sspr.spi.Response.Chosen.Choice;
import dev.sspr.spi.Secret;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionsTest extends QuestionsFixture {
    @Nested
    class Choosing {
        @Test
        @Tag("SQ-01")
        @Tag("SQ-04")
        void offer_hasAllQuestionsToChooseFrom() {
            Prompt.Questions prompt =
                    (Prompt.Questions) questions.offer(enrolment).prompt().orElseThrow();

            assertThat(prompt.choose()).isEqualTo(5);
            assertThat(prompt.questions())
                    .hasSize(35)
                    .allMatch(one -> one.text().isEmpty());
        }

        @Test
        @Tag("SQ-02")
        void ownQuestions_standBesideThem() {
            List<Question> own = IntStream.range(0, 20)
                    .mapToObj(i -> new Question("own-" + i, "Which colour has staircase " + i + "?"))
                    .toList();
            Questions any = of(new QuestionRules(3, 3, own));
            Prompt.Questions prompt =
                    (Prompt.Questions) any.offer(enrolment).prompt().orElseThrow();

            assertThat(prompt.questions()).hasSize(55).containsAll(own);
            assertThat(confirm(any, chosen(Map.of("own-1", "green", "own-2", "yellow", "name-hero", "Zorro"))))
                    .isInstanceOf(CredentialVerifier.EnrolmentResult.Enrolled.class);
            assertThat(findings(any, chosen(Map.of("own-1", "colour", "own-2", "yellow", "name-hero", "Zorro"))))
                    .containsExactly("answer.in-question {question=own-1}");
        }

        @Test
        @Tag("TV-SQ-5")
        void ownQuestion_tooLongTooShortOrTooMany_isRefused() {
            assertThat(new QuestionRules(3, 3, List.of(new Question("own", "é".repeat(200)))).custom())
                    .hasSize(1);
            assertThat(new QuestionRules(3, 3, List.of(new Question("own", "Who"))))
                    .isNotNull();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new QuestionRules(3, 3, List.of(new Question("own", "é".repeat(201)))));
            for (String text : new String[] {"", "Wo", "\uD83D\uDE00?"}) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> new QuestionRules(3, 3, List.of(new Question("own", text))))
                        .withMessageContaining("questions.custom");
            }
            List<Question> many = IntStream.range(0, 21)
                    .mapToObj(i -> new Question("own-" + i, "Who are you?"))
                    .toList();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new QuestionRules(3, 3, many))
                    .withMessageContaining("questions.custom");
        }

        @ParameterizedTest
        @CsvSource({"own,own", "Own,other", "city-mother-born,other", "ö,other"})
        void ownIds_twiceOddOrBundled_areRefused(String one, String two) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> of(new QuestionRules(
                            3, 3, List.of(new Question(one, "Who are you?"), new Question(two, "Who am I?")))))
                    .withMessageContaining("questions.custom");
        }

        @Test
        @Tag("SQ-05")
        void policy_withMoreToAnswerThanToRegister_isRefused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new QuestionRules(3, 4, List.of()))
                    .withMessageContaining("questions.reset");
        }

        @Test
        void choice_ofTooFewTooManyOrUnknownQuestions_isRefused() {
            Map<String, String> four = new TreeMap<>(LIFE);
            four.remove("name-hero");
            Map<String, String> unknown = new TreeMap<>(four);
            unknown.put("no-such-question", "Marie Curie");
            Map<String, String> six = new TreeMap<>(LIFE);
            six.put("sport-favourite", "Korfbal");

            assertThat(findings(questions, chosen(four))).containsExactly("questions.number {expected=5}");
            assertThat(findings(questions, chosen(six))).containsExactly("questions.number {expected=5}");
            assertThat(findings(questions, chosen(unknown))).containsExactly("questions.unknown {}");
        }

        @Test
        @Tag("SQ-09")
        void questionTwice_isRefused() {
            List<Choice> twice = new ArrayList<>(chosen(LIFE).choices());
            twice.set(0, new Choice("name-hero", Secret.of("Zorro")));

            assertThat(findings(questions, new Response.Chosen(twice)))
                    .containsExactly("questions.repeated {question=name-hero}");
        }
    }

    @Nested
    @Tag("R-SQ-5")
    class Answering {
        @ParameterizedTest
        @Tag("TV-SQ-1")
        @Tag("SQ-07")
        @CsvSource({"2,answer.too-short", "3,Enrolled", "40,Enrolled", "41,answer.too-long"})
        void answer_lengths_areBounded(int length, String expected) {
            String answer = "0123456789abcdefghijklmnopqrstuvwxyz!?*%&".substring(41 - length);

            assertThat(findings("name-hero", answer).get(0)).startsWith(expected);
        }

        @ParameterizedTest
        @Tag("SQ-08")
        @CsvSource({
            "\uD83D\uDE00\uD83D\uDE01,answer.too-short",
            "\uD83D\uDE00\uD83D\uDE01\uD83D\uDE02,Enrolled",
            "'  a   ',answer.too-short",
            "'',answer.too-short",
            "你好吗,Enrolled"
        })
        void answer_countsCodePointsOfWhatIsCompared(String answer, String expected) {
            assertThat(findings("name-hero", answer).get(0)).startsWith(expected);
        }

        @ParameterizedTest
        @Tag("TV-SQ-2")
        @Tag("SQ-10")
        @ValueSource(strings = {"Stamppot", "STAMPPOT", " stamppot  ", "ｓｔａｍｐｐｏｔ"})
        void answer_equalToAnother_isRefused(String answer) {
            assertThat(findings("name-hero", answer)).containsExactly("answer.repeated {question=name-hero}");
        }

        @ParameterizedTest
        @ValueSource(strings = {"admire", "AS A  CHILD", "het meest", "bewonderde u als kind"})
        void answer_inTheQuestionInAnyLanguage_isRefused(String answer) {
            assertThat(findings("name-hero", answer)).containsExactly("answer.in-question {question=name-hero}");
        }

        @ParameterizedTest
        @ValueSource(strings = {"anna", "ANNA@example.org", "Example"})
        void answer_thatIsAnIdentifier_isRefused(String answer) {
            assertThat(findings("name-hero", answer)).containsExactly("answer.identifier {question=name-hero}");
        }

        @ParameterizedTest
        @ValueSource(strings = {"aaa", "111111", "Password", "n/a", "I  don't know", "weet ik niet", "1234"})
        void answer_thatIsNone_isRefused(String answer) {
            assertThat(findings("name-hero", answer)).containsExactly("answer.common {question=name-hero}");
        }

        @ParameterizedTest
        @ValueSource(strings = {"a\0bcd", "Marie\u001b[31m", "\uD83D oh no", "abc\uFFFF"})
        void answer_withACharacterNobodyTypes_isRefused(String answer) {
            assertThat(findings("name-hero", answer))
                    .containsExactly("answer.forbidden-character {question=name-hero}");
        }

        @Test
        void everyProblem_isReportedAtOnceAndNothingIsHashed() {
            Map<String, String> bad = new TreeMap<>(LIFE);
            bad.put("name-hero", "x");
            bad.put("food-favourite", "y".repeat(100));
            hash.forget();

            assertThat(findings(questions, chosen(bad)))
                    .containsExactly(
                            "answer.too-long {max=40, question=food-favourite}",
                            "answer.too-short {min=3, question=name-hero}");
            assertThat(hash.made).isZero();
        }

        @Test
        @Tag("R-SQ-4")
        void answers_areHashedEachByItself() {
            hash.forget();
            String kept = new String(enrolled().data(), StandardCharsets.UTF_8);

            assertThat(hash.made).isEqualTo(5);
            LIFE.values().forEach(answer -> assertThat(kept).doesNotContain(answer));
        }
    }
}
