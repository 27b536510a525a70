package dev.sspr.internal.verify;

import static dev.sspr.internal.verify.Scene.ANNA;
import static dev.sspr.internal.verify.Scene.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sspr.flow.QuestionPolicy;
import dev.sspr.spi.Begun;
import dev.sspr.spi.Challenge;
import dev.sspr.spi.Checked;
import dev.sspr.spi.Credential;
import dev.sspr.spi.Enrolled;
import dev.sspr.spi.Enrolment;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Prompt;
import dev.sspr.spi.Prompt.Question;
import dev.sspr.spi.Response;
import dev.sspr.spi.Response.Chosen.Choice;
import dev.sspr.spi.Secret;
import dev.sspr.spi.Verified;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionsTest {
    private static final Map<String, String> LIFE = new TreeMap<>(Map.of(
            "name-first-pet", "Rex the Third",
            "name-first-street", "Lindenstraße 7",
            "city-mother-born", "Óbidos",
            "food-favourite", "Stamppot",
            "name-hero", "Marie Curie"));

    private final QuickHash hash = new QuickHash();
    private final Questions questions = of(QuestionPolicy.standard());
    private final Enrolment enrolment = Scene.enrolment(ANNA);

    private Questions of(QuestionPolicy policy) {
        return new Questions(policy, hash, Scene.MINT, Scene.KEYS);
    }

    private static Response.Chosen chosen(Map<String, String> answers) {
        return new Response.Chosen(answers.entrySet().stream()
                .map(one -> new Choice(one.getKey(), Secret.of(one.getValue())))
                .toList());
    }

    private Enrolled confirm(Questions any, Response response) {
        return any.confirm(enrolment, any.offer(enrolment).memo(), response, NOW);
    }

    private Credential enrolled() {
        return ((Enrolled.Made) confirm(questions, chosen(LIFE))).credential();
    }

    /** The findings about a life with one answer changed, as code and question. */
    private List<String> findings(String question, String answer) {
        Map<String, String> other = new TreeMap<>(LIFE);
        other.put(question, answer);
        return findings(questions, chosen(other));
    }

    private List<String> findings(Questions any, Response response) {
        Enrolled enrolled = confirm(any, response);
        return enrolled instanceof Enrolled.Unfit unfit
                ? unfit.findings().stream()
                        .map(one -> one.code() + " " + new TreeMap<>(one.parameters()))
                        .toList()
                : List.of(enrolled.getClass().getSimpleName());
    }

    private static List<String> ids(Begun begun) {
        return ((Prompt.Questions) begun.prompt().orElseThrow())
                .questions().stream().map(Question::id).toList();
    }

    private static Challenge challenge(Instant at) {
        return Scene.challenge(MethodKind.QUESTIONS, at);
    }

    private Verified answer(Credential held, Instant at, Map<String, String> answers) {
        Challenge challenge = challenge(at);
        Begun begun = questions.ask(challenge, List.of(held));
        Response response = new Response.Answers(
                ids(begun).stream().map(id -> Secret.of(answers.get(id))).toList());
        return questions.check(challenge, begun.memo(), List.of(held), response, at);
    }

    private static Verified wrong() {
        return new Verified.Not(Checked.WRONG);
    }

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
            Questions any = of(new QuestionPolicy(3, 3, own));
            Prompt.Questions prompt =
                    (Prompt.Questions) any.offer(enrolment).prompt().orElseThrow();

            assertThat(prompt.questions()).hasSize(55).containsAll(own);
            assertThat(confirm(any, chosen(Map.of("own-1", "green", "own-2", "yellow", "name-hero", "Zorro"))))
                    .isInstanceOf(Enrolled.Made.class);
            assertThat(findings(any, chosen(Map.of("own-1", "colour", "own-2", "yellow", "name-hero", "Zorro"))))
                    .containsExactly("answer.in-question {question=own-1}");
        }

        @Test
        @Tag("TV-SQ-5")
        void ownQuestion_tooLongTooShortOrTooMany_isRefused() {
            assertThat(new QuestionPolicy(3, 3, List.of(new Question("own", "é".repeat(200)))).custom())
                    .hasSize(1);
            assertThat(new QuestionPolicy(3, 3, List.of(new Question("own", "Who"))))
                    .isNotNull();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new QuestionPolicy(3, 3, List.of(new Question("own", "é".repeat(201)))));
            for (String text : new String[] {"", "Wo", "\uD83D\uDE00?"}) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> new QuestionPolicy(3, 3, List.of(new Question("own", text))))
                        .withMessageContaining("questions.custom");
            }
            List<Question> many = IntStream.range(0, 21)
                    .mapToObj(i -> new Question("own-" + i, "Who are you?"))
                    .toList();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new QuestionPolicy(3, 3, many))
                    .withMessageContaining("questions.custom");
        }

        @ParameterizedTest
        @CsvSource({"own,own", "Own,other", "city-mother-born,other", "ö,other"})
        void ownIds_twiceOddOrBundled_areRefused(String one, String two) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> of(new QuestionPolicy(
                            3, 3, List.of(new Question(one, "Who are you?"), new Question(two, "Who am I?")))))
                    .withMessageContaining("questions.custom");
        }

        @Test
        @Tag("SQ-05")
        void policy_withMoreToAnswerThanToRegister_isRefused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new QuestionPolicy(3, 4, List.of()))
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
        @CsvSource({"2,answer.too-short", "3,Made", "40,Made", "41,answer.too-long"})
        void answer_lengths_areBounded(int length, String expected) {
            String answer = "0123456789abcdefghijklmnopqrstuvwxyz!?*%&".substring(41 - length);

            assertThat(findings("name-hero", answer).get(0)).startsWith(expected);
        }

        @ParameterizedTest
        @Tag("SQ-08")
        @CsvSource({
            "\uD83D\uDE00\uD83D\uDE01,answer.too-short",
            "\uD83D\uDE00\uD83D\uDE01\uD83D\uDE02,Made",
            "'  a   ',answer.too-short",
            "'',answer.too-short",
            "你好吗,Made"
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

    @Nested
    class Asking {
        private final Credential set = enrolled();

        @Test
        @Tag("TV-SQ-3")
        @Tag("SQ-12")
        void ask_threeOfFive_allDifferent() {
            List<String> asked = ids(questions.ask(challenge(NOW), List.of(set)));

            assertThat(asked).hasSize(3).doesNotHaveDuplicates().isSubsetOf(LIFE.keySet());
        }

        @Test
        @Tag("R-SQ-3")
        @Tag("V-SQ-1")
        void hundredFlowsInADay_seeOneSet() {
            Set<List<String>> seen = new HashSet<>();
            Instant begin = dayBegins(set);
            for (int i = 0; i < 100; i++) {
                Instant at = begin.plus(Duration.ofMinutes(14L * i));
                seen.add(ids(questions.ask(challenge(at), List.of(set))));
                answer(set, at, new TreeMap<>(LIFE) {
                    @Override
                    public String get(Object id) {
                        return "wrong";
                    }
                });
            }

            assertThat(seen).hasSize(1);
        }

        /** At most a quarter of an hour after another day begins for a set. */
        private Instant dayBegins(Credential credential) {
            List<Instant> changes = new ArrayList<>();
            QuestionSet kept = QuestionSet.of(credential);
            for (long day = 1; changes.isEmpty(); day++) {
                List<String> before = drawn(kept, NOW.plus(Duration.ofDays(day)));
                for (int minute = 15; minute <= 24 * 60 && changes.isEmpty(); minute += 15) {
                    Instant at = NOW.plus(Duration.ofDays(day)).plus(Duration.ofMinutes(minute));
                    if (!drawn(kept, at).equals(before)) {
                        changes.add(at);
                    }
                }
            }
            return changes.get(0);
        }

        private List<String> drawn(QuestionSet kept, Instant at) {
            return kept.drawn(at, 3, LIFE::containsKey).orElseThrow();
        }

        @Test
        void days_drawEveryQuestionAboutAsOften() {
            Map<String, Integer> counts = new HashMap<>();
            QuestionSet kept = QuestionSet.of(set);
            int days = 5000;
            for (int day = 0; day < days; day++) {
                drawn(kept, NOW.plus(Duration.ofDays(day))).forEach(id -> counts.merge(id, 1, Integer::sum));
            }

            assertThat(counts).hasSize(5);
            // six standard deviations of a binomial with p = 3/5
            double far = 6 * Math.sqrt(days * 0.6 * 0.4);
            assertThat(counts.values())
                    .allSatisfy(
                            count -> assertThat(Math.abs(count - 0.6 * days)).isLessThan(far));
        }

        @Test
        void sets_changeAtTheirOwnTimes() {
            Set<Instant> begins = new HashSet<>();
            for (int i = 0; i < 5; i++) {
                Instant begin = dayBegins(enrolled());
                begins.add(NOW.plus(Duration.ofMillis(Math.floorMod(
                        Duration.between(NOW, begin).toMillis(),
                        Duration.ofDays(1).toMillis()))));
            }

            assertThat(begins).hasSizeGreaterThan(1);
        }

        @Test
        void question_thatIsNoneAnyMore_isNotAsked() {
            Questions own = of(new QuestionPolicy(4, 3, List.of(new Question("own", "Who are you?"))));
            Map<String, String> answers = new TreeMap<>(LIFE);
            answers.remove("name-hero");
            answers.remove("food-favourite");
            answers.put("own", "Zorro");
            Credential four = ((Enrolled.Made) confirm(own, chosen(answers))).credential();
            for (int day = 0; day < 30; day++) {
                Instant at = NOW.plus(Duration.ofDays(day));

                assertThat(ids(questions.ask(challenge(at), List.of(four))))
                        .hasSize(3)
                        .doesNotContain("own");
            }
        }

        @Test
        @Tag("R-ENUM-4")
        void somebodyWithoutASet_seesOneForADayToo() {
            Set<List<String>> seen = new HashSet<>();
            Set<String> all = new HashSet<>();
            for (int day = 0; day < 50; day++) {
                Challenge challenge = challenge(NOW.plus(Duration.ofDays(day)));
                List<String> asked = ids(questions.ask(challenge, List.of()));
                seen.add(asked);
                all.addAll(asked);
            }

            assertThat(seen)
                    .hasSizeGreaterThan(5)
                    .allSatisfy(asked -> assertThat(asked).hasSize(3));
            assertThat(all).hasSize(5);
        }
    }

    @Nested
    @Tag("R-SQ-4")
    class Checking {
        private final Credential set = enrolled();

        @Test
        void rightAnswers_pass() {
            assertThat(answer(set, NOW, LIFE)).isEqualTo(new Verified.Passed(set.id(), Optional.empty()));
        }

        @Test
        void answers_inAnotherForm_pass() {
            Map<String, String> other = Map.of(
                    "name-first-pet", "  rex\tTHE\u00a0\u00a0third ",
                    "name-first-street", "LINDENSTRASSE ７",
                    "city-mother-born", "o\u0301BIDOS",
                    "food-favourite", "ｓｔａｍｐｐｏｔ",
                    "name-hero", "marie curie");
            for (int day = 0; day < 20; day++) {
                assertThat(answer(set, NOW.plus(Duration.ofDays(day)), other)).isInstanceOf(Verified.Passed.class);
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"Obidos", "Óbido", "Óbidoss", "Ó bidos", "Óbidos.", "", "x", "Stamppot", "\uD83D", "\0"})
        void oneWrongAnswer_isWrong(String town) {
            Map<String, String> other = new TreeMap<>(LIFE);
            other.put("city-mother-born", town);
            int asked = 0;
            for (int day = 0; day < 20; day++) {
                Instant at = NOW.plus(Duration.ofDays(day));
                List<String> ids = ids(questions.ask(challenge(at), List.of(set)));
                if (ids.contains("city-mother-born")) {
                    asked++;
                    assertThat(answer(set, at, other)).isEqualTo(wrong());
                }
            }

            assertThat(asked).isPositive();
        }

        @Test
        @Tag("V-SQ-1")
        void fewerMoreOrReorderedAnswers_areWrong() {
            Challenge challenge = challenge(NOW);
            Begun begun = questions.ask(challenge, List.of(set));
            List<Secret> right =
                    ids(begun).stream().map(id -> Secret.of(LIFE.get(id))).toList();
            List<Secret> more = new ArrayList<>(right);
            more.add(right.get(0));
            List<Secret> reversed = new ArrayList<>(right);
            Collections.reverse(reversed);
            for (List<Secret> answers : List.of(right.subList(0, 2), more, reversed, List.<Secret>of())) {
                assertThat(questions.check(challenge, begun.memo(), List.of(set), new Response.Answers(answers), NOW))
                        .isEqualTo(wrong());
            }
        }

        @Test
        @Tag("R-ENUM-4")
        void everyCheck_costsAsManyHashesAsQuestions() {
            Challenge challenge = challenge(NOW);
            Begun begun = questions.ask(challenge, List.of(set));
            List<Response> responses = new ArrayList<>(List.of(Scene.typed("123456"), new Response.Poll()));
            for (int count = 0; count <= 5; count++) {
                responses.add(new Response.Answers(Collections.nCopies(count, Secret.of("wrong"))));
                responses.add(new Response.Answers(Collections.nCopies(count, Secret.of("\0"))));
                responses.add(new Response.Answers(Collections.nCopies(count, Secret.of(""))));
            }
            for (Response response : responses) {
                for (List<Credential> held : List.of(List.of(set), List.<Credential>of())) {
                    hash.forget();
                    assertThat(questions.check(challenge, begun.memo(), held, response, NOW))
                            .isEqualTo(wrong());
                    assertThat(hash.work()).isEqualTo(3);
                }
            }
        }

        @Test
        void setThatWasReplaced_isAskedAnew() {
            Challenge challenge = challenge(NOW);
            Begun begun = questions.ask(challenge, List.of(set));
            Map<String, String> other = Map.of(
                    "sport-favourite", "Korfbal",
                    "job-first", "Paper round",
                    "vehicle-first", "Fiat Panda",
                    "ambition-childhood", "Lion tamer",
                    "name-nickname", "Sjors");
            Credential replaced = ((Enrolled.Made) confirm(questions, chosen(other))).credential();
            Response right = new Response.Answers(
                    ids(begun).stream().map(id -> Secret.of(LIFE.get(id))).collect(Collectors.toList()));

            assertThat(questions.check(challenge, begun.memo(), List.of(replaced), right, NOW))
                    .isEqualTo(wrong());
        }

        @Test
        void argon2id_atItsRealCost_agrees() {
            Questions real =
                    new Questions(new QuestionPolicy(3, 3, List.of()), SlowHash.argon2id(), Scene.MINT, Scene.KEYS);
            Map<String, String> three =
                    Map.of("name-hero", "Marie Curie", "food-favourite", "Stamppot", "name-first-pet", "Rex");
            Credential kept = ((Enrolled.Made) confirm(real, chosen(three))).credential();
            Challenge challenge = challenge(NOW);
            Begun begun = real.ask(challenge, List.of(kept));
            List<Secret> right =
                    ids(begun).stream().map(id -> Secret.of(three.get(id))).toList();

            assertThat(real.check(challenge, begun.memo(), List.of(kept), new Response.Answers(right), NOW))
                    .isInstanceOf(Verified.Passed.class);
            assertThat(real.check(
                            challenge,
                            begun.memo(),
                            List.of(kept),
                            new Response.Answers(Collections.nCopies(3, right.get(0))),
                            NOW))
                    .isEqualTo(wrong());
        }
    }
}
