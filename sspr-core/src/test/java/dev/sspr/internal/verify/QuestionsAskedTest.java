package dev.sspr.internal.verify;

import static dev.sspr.fixture.VerifierFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.fixture.VerifierFixture;
import dev.sspr.policy.QuestionRules;
import dev.sspr.spi.Challenge;
import dev.sspr.spi.Credential;
import dev.sspr.spi.CredentialVerifier;
import dev.sspr.spi.MfaVerifier;
import dev.sspr.spi.Prompt.Question;
import dev.sspr.spi.Response;
import dev.sspr.spi.Secret;
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
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionsAskedTest extends QuestionsFixture {
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
            Questions own = of(new QuestionRules(4, 3, List.of(new Question("own", "Who are you?"))));
            Map<String, String> answers = new TreeMap<>(LIFE);
            answers.remove("name-hero");
            answers.remove("food-favourite");
            answers.put("own", "Zorro");
            Credential four =
                    ((CredentialVerifier.EnrolmentResult.Enrolled) confirm(own, chosen(answers))).credential();
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
            assertThat(answer(set, NOW, LIFE))
                    .isEqualTo(new CredentialVerifier.Verification.Passed(set.id(), Optional.empty()));
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
                assertThat(answer(set, NOW.plus(Duration.ofDays(day)), other))
                        .isInstanceOf(CredentialVerifier.Verification.Passed.class);
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
            MfaVerifier.PreparedChallenge begun = questions.ask(challenge, List.of(set));
            List<Secret> right =
                    ids(begun).stream().map(id -> Secret.of(LIFE.get(id))).toList();
            List<Secret> more = new ArrayList<>(right);
            more.add(right.get(0));
            List<Secret> reversed = new ArrayList<>(right);
            Collections.reverse(reversed);
            for (List<Secret> answers : List.of(right.subList(0, 2), more, reversed, List.<Secret>of())) {
                assertThat(questions.check(
                                challenge, begun.verifierState(), List.of(set), new Response.Answers(answers), NOW))
                        .isEqualTo(wrong());
            }
        }

        @Test
        @Tag("R-ENUM-4")
        void everyCheck_costsAsManyHashesAsQuestions() {
            Challenge challenge = challenge(NOW);
            MfaVerifier.PreparedChallenge begun = questions.ask(challenge, List.of(set));
            List<Response> responses = new ArrayList<>(List.of(VerifierFixture.typed("123456"), new Response.Poll()));
            for (int count = 0; count <= 5; count++) {
                responses.add(new Response.Answers(Collections.nCopies(count, Secret.of("wrong"))));
                responses.add(new Response.Answers(Collections.nCopies(count, Secret.of("\0"))));
                responses.add(new Response.Answers(Collections.nCopies(count, Secret.of(""))));
            }
            for (Response response : responses) {
                for (List<Credential> held : List.of(List.of(set), List.<Credential>of())) {
                    hash.forget();
                    assertThat(questions.check(challenge, begun.verifierState(), held, response, NOW))
                            .isEqualTo(wrong());
                    assertThat(hash.work()).isEqualTo(3);
                }
            }
        }

        @Test
        void setThatWasReplaced_isAskedAnew() {
            Challenge challenge = challenge(NOW);
            MfaVerifier.PreparedChallenge begun = questions.ask(challenge, List.of(set));
            Map<String, String> other = Map.of(
                    "sport-favourite", "Korfbal",
                    "job-first", "Paper round",
                    "vehicle-first", "Fiat Panda",
                    "ambition-childhood", "Lion tamer",
                    "name-nickname", "Sjors");
            Credential replaced =
                    ((CredentialVerifier.EnrolmentResult.Enrolled) confirm(questions, chosen(other))).credential();
            Response right = new Response.Answers(
                    ids(begun).stream().map(id -> Secret.of(LIFE.get(id))).collect(Collectors.toList()));

            assertThat(questions.check(challenge, begun.verifierState(), List.of(replaced), right, NOW))
                    .isEqualTo(wrong());
        }

        @Test
        void argon2id_atItsRealCost_agrees() {
            Questions real = new Questions(
                    new QuestionRules(3, 3, List.of()),
                    SlowHash.argon2id(),
                    VerifierFixture.MINT,
                    VerifierFixture.KEYS);
            Map<String, String> three =
                    Map.of("name-hero", "Marie Curie", "food-favourite", "Stamppot", "name-first-pet", "Rex");
            Credential kept = ((CredentialVerifier.EnrolmentResult.Enrolled) confirm(real, chosen(three))).credential();
            Challenge challenge = challenge(NOW);
            MfaVerifier.PreparedChallenge begun = real.ask(challenge, List.of(kept));
            List<Secret> right =
                    ids(begun).stream().map(id -> Secret.of(three.get(id))).toList();

            assertThat(real.check(challenge, begun.verifierState(), List.of(kept), new Response.Answers(right), NOW))
                    .isInstanceOf(CredentialVerifier.Verification.Passed.class);
            assertThat(real.check(
                            challenge,
                            begun.verifierState(),
                            List.of(kept),
                            new Response.Answers(Collections.nCopies(3, right.get(0))),
                            NOW))
                    .isEqualTo(wrong());
        }
    }
}
