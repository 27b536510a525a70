package dev.sspr.internal.verify;

import static dev.sspr.fixture.VerifierFixture.ANNA;
import static dev.sspr.fixture.VerifierFixture.NOW;

import dev.sspr.fixture.VerifierFixture;
import dev.sspr.policy.QuestionRules;
import dev.sspr.spi.Challenge;
import dev.sspr.spi.Credential;
import dev.sspr.spi.CredentialVerifier;
import dev.sspr.spi.Enrolment;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.MfaVerifier;
import dev.sspr.spi.Prompt;
import dev.sspr.spi.Prompt.Question;
import dev.sspr.spi.Response;
import dev.sspr.spi.Response.Chosen.Choice;
import dev.sspr.spi.Secret;
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
    final Questions questions = of(QuestionRules.standard());
    final Enrolment enrolment = VerifierFixture.enrolment(ANNA);

    Questions of(QuestionRules policy) {
        return new Questions(policy, hash, VerifierFixture.MINT, VerifierFixture.KEYS);
    }

    static Response.Chosen chosen(Map<String, String> answers) {
        return new Response.Chosen(answers.entrySet().stream()
                .map(one -> new Choice(one.getKey(), Secret.of(one.getValue())))
                .toList());
    }

    CredentialVerifier.EnrolmentResult confirm(Questions any, Response response) {
        return any.confirm(enrolment, any.offer(enrolment).verifierState(), response, NOW);
    }

    Credential enrolled() {
        return ((CredentialVerifier.EnrolmentResult.Enrolled) confirm(questions, chosen(LIFE))).credential();
    }

    /** The findings about a life with one answer changed, as code and question. */
    List<String> findings(String question, String answer) {
        Map<String, String> other = new TreeMap<>(LIFE);
        other.put(question, answer);
        return findings(questions, chosen(other));
    }

    List<String> findings(Questions any, Response response) {
        CredentialVerifier.EnrolmentResult enrolled = confirm(any, response);
        return enrolled instanceof CredentialVerifier.EnrolmentResult.Rejected rejected
                ? rejected.findings().stream()
                        .map(one -> one.code() + " " + new TreeMap<>(one.parameters()))
                        .toList()
                : List.of(enrolled.getClass().getSimpleName());
    }

    static List<String> ids(MfaVerifier.PreparedChallenge begun) {
        return ((Prompt.Questions) begun.prompt().orElseThrow())
                .questions().stream().map(Question::id).toList();
    }

    static Challenge challenge(Instant at) {
        return VerifierFixture.challenge(MethodKind.QUESTIONS, at);
    }

    CredentialVerifier.Verification answer(Credential held, Instant at, Map<String, String> answers) {
        Challenge challenge = challenge(at);
        MfaVerifier.PreparedChallenge begun = questions.ask(challenge, List.of(held));
        Response response = new Response.Answers(
                ids(begun).stream().map(id -> Secret.of(answers.get(id))).toList());
        return questions.check(challenge, begun.verifierState(), List.of(held), response, at);
    }

    static CredentialVerifier.Verification wrong() {
        return new CredentialVerifier.Verification.Failed(MfaVerifier.Result.WRONG);
    }
}
