package dev.sspr.internal.verify;

import static dev.sspr.internal.verify.Scene.ANNA;
import static dev.sspr.internal.verify.Scene.NOW;

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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Questions, the answers of somebody, and what tests ask of both. */
abstract class QuestionsFixture {
    static final Map<String, String> LIFE = new TreeMap<>(Map.of(
            "name-first-pet", "Rex the Third",
            "name-first-street", "Lindenstraße 7",
            "city-mother-born", "Óbidos",
            "food-favourite", "Stamppot",
            "name-hero", "Marie Curie"));

    final QuickHash hash = new QuickHash();
    final Questions questions = of(QuestionPolicy.standard());
    final Enrolment enrolment = Scene.enrolment(ANNA);

    Questions of(QuestionPolicy policy) {
        return new Questions(policy, hash, Scene.MINT, Scene.KEYS);
    }

    static Response.Chosen chosen(Map<String, String> answers) {
        return new Response.Chosen(answers.entrySet().stream()
                .map(one -> new Choice(one.getKey(), Secret.of(one.getValue())))
                .toList());
    }

    Enrolled confirm(Questions any, Response response) {
        return any.confirm(enrolment, any.offer(enrolment).memo(), response, NOW);
    }

    Credential enrolled() {
        return ((Enrolled.Made) confirm(questions, chosen(LIFE))).credential();
    }

    /** The findings about a life with one answer changed, as code and question. */
    List<String> findings(String question, String answer) {
        Map<String, String> other = new TreeMap<>(LIFE);
        other.put(question, answer);
        return findings(questions, chosen(other));
    }

    List<String> findings(Questions any, Response response) {
        Enrolled enrolled = confirm(any, response);
        return enrolled instanceof Enrolled.Unfit unfit
                ? unfit.findings().stream()
                        .map(one -> one.code() + " " + new TreeMap<>(one.parameters()))
                        .toList()
                : List.of(enrolled.getClass().getSimpleName());
    }

    static List<String> ids(Begun begun) {
        return ((Prompt.Questions) begun.prompt().orElseThrow())
                .questions().stream().map(Question::id).toList();
    }

    static Challenge challenge(Instant at) {
        return Scene.challenge(MethodKind.QUESTIONS, at);
    }

    Verified answer(Credential held, Instant at, Map<String, String> answers) {
        Challenge challenge = challenge(at);
        Begun begun = questions.ask(challenge, List.of(held));
        Response response = new Response.Answers(
                ids(begun).stream().map(id -> Secret.of(answers.get(id))).toList());
        return questions.check(challenge, begun.memo(), List.of(held), response, at);
    }

    static Verified wrong() {
        return new Verified.Not(Checked.WRONG);
    }
}
