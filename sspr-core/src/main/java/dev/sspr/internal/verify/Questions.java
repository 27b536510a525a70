package dev.sspr.internal.verify;

import dev.sspr.internal.bytes.BodyReader;
import dev.sspr.internal.bytes.BodyWriter;
import dev.sspr.internal.messages.QuestionTexts;
import dev.sspr.internal.secret.DigestInput;
import dev.sspr.internal.secret.DigestLabel;
import dev.sspr.internal.secret.KeyRing;
import dev.sspr.internal.secret.RandomSource;
import dev.sspr.internal.securityinfo.RegisteredMethod;
import dev.sspr.policy.QuestionRules;
import dev.sspr.spi.Challenge;
import dev.sspr.spi.Credential;
import dev.sspr.spi.CredentialVerifier;
import dev.sspr.spi.Enrolment;
import dev.sspr.spi.Finding;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.MfaVerifier;
import dev.sspr.spi.Prompt;
import dev.sspr.spi.Prompt.Question;
import dev.sspr.spi.Response;
import dev.sspr.spi.Response.Chosen.Choice;
import dev.sspr.spi.Secret;
import dev.sspr.spi.VerifierState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Answers to security questions (R-SQ-1..6). An account has one set; if it has several, the first counts. All answers
 * are checked together, with one result. The seed of the set and the day decide which questions are
 * asked. A wrong answer and a new prompt do not change them.
 */
public final class Questions extends AbstractCredentialVerifier {
    private static final Secret NOTHING = Secret.of("-");

    private final QuestionRules policy;
    private final SlowHash hash;
    private final RandomSource random;
    private final KeyRing keys;
    private final QuestionTexts texts = new QuestionTexts();
    private final Map<String, Question> offered = new LinkedHashMap<>();

    /**
     * Makes the verifier of a policy. The keys decide which questions an account without a set is asked.
     *
     * @throws IllegalArgumentException if a question of the host has the id of a bundled one
     */
    public Questions(QuestionRules policy, SlowHash hash, RandomSource random, KeyRing keys) {
        super(MethodKind.QUESTIONS);
        this.policy = policy;
        this.hash = hash;
        this.random = random;
        this.keys = keys;
        texts.ids().forEach(id -> offered.put(id, new Question(id, "")));
        for (Question own : policy.custom()) {
            if (offered.put(own.id(), own) != null) {
                throw new IllegalArgumentException(
                        "methods.questions.custom must not use the id " + own.id() + ", which a bundled question has");
            }
        }
    }

    @Override
    public CredentialVerifier.EnrolmentOffer offer(Enrolment enrolment) {
        Prompt prompt = new Prompt.Questions(List.copyOf(offered.values()), policy.register());
        return new CredentialVerifier.EnrolmentOffer(
                EnrolmentState.end(EnrolmentState.begin(enrolment)), Optional.of(prompt));
    }

    @Override
    CredentialVerifier.EnrolmentResult confirmed(
            Enrolment enrolment, VerifierState verifierState, Response response, Instant now) {
        boolean ours =
                EnrolmentState.read(verifierState, enrolment, reader -> true).orElse(false);
        if (!ours || !(response instanceof Response.Chosen chosen)) {
            return new CredentialVerifier.EnrolmentResult.Wrong();
        }
        List<Finding> findings = new ArrayList<>();
        Map<String, Secret> answers = answers(enrolment, chosen.choices(), findings);
        try {
            return findings.isEmpty()
                    ? made(enrolment, answers)
                    : new CredentialVerifier.EnrolmentResult.Rejected(findings);
        } finally {
            answers.values().forEach(Secret::wipe);
        }
    }

    private Map<String, Secret> answers(Enrolment enrolment, List<Choice> choices, List<Finding> findings) {
        if (choices.size() != policy.register()) {
            findings.add(new Finding("questions.number", Map.of("expected", String.valueOf(policy.register()))));
        }
        AnswerRules rules = new AnswerRules(enrolment);
        Map<String, Secret> answers = new LinkedHashMap<>();
        for (Choice choice : choices) {
            String question = choice.question();
            Optional<Secret> answer = AnswerText.of(choice.answer());
            if (!offered.containsKey(question)) {
                findings.add(Finding.of("questions.unknown"));
                continue;
            }
            findings.addAll(rules.check(question, answer, everyText(question)));
            if (answers.containsKey(question)) {
                findings.add(new Finding("questions.repeated", Map.of("question", question)));
            } else if (answer.isPresent()) {
                if (answers.containsValue(answer.get())) {
                    findings.add(new Finding("answer.repeated", Map.of("question", question)));
                }
                answers.put(question, answer.get());
            }
        }
        return answers;
    }

    private Collection<String> everyText(String question) {
        String own = Objects.requireNonNull(offered.get(question)).text();
        return own.isEmpty() ? texts.everyText(question) : List.of(own);
    }

    private CredentialVerifier.EnrolmentResult made(Enrolment enrolment, Map<String, Secret> answers) {
        Map<String, String> hashes = new LinkedHashMap<>();
        answers.forEach((question, answer) -> hashes.put(question, hash.of(answer)));
        Credential credential = new QuestionSet(random.bytes(32), hashes)
                .credential(enrolment.id().hex());
        return new CredentialVerifier.EnrolmentResult.Enrolled(credential, "Security questions", Optional.empty());
    }

    /**
     * Returns the state of a registered set under this policy. A set with fewer questions than are asked now must be
     * registered again, because it could never pass.
     */
    public RegisteredMethod worth(RegisteredMethod method) {
        boolean outgrown = method.kind().equals(kind())
                && method.state() == RegisteredMethod.State.VERIFIED
                && method.credential().filter(this::tooFew).isPresent();
        return outgrown ? method.in(RegisteredMethod.State.DISABLED) : method;
    }

    private boolean tooFew(Credential one) {
        try {
            return QuestionSet.of(one).left(offered::containsKey) < policy.reset();
        } catch (IllegalStateException e) {
            // A later release wrote it, which is no reason to require a new registration.
            return false;
        }
    }

    @Override
    public MfaVerifier.PreparedChallenge ask(Challenge challenge, List<Credential> held) {
        List<String> drawn = held.stream()
                .findFirst()
                .flatMap(one -> QuestionSet.of(one).drawn(challenge.issuedAt(), policy.reset(), offered::containsKey))
                .orElseGet(() -> decoys(challenge));
        VerifierState verifierState = VerifierState.of(
                new BodyWriter().list(drawn, (writer, id) -> writer.text(id)).padded());
        List<Question> questions = drawn.stream()
                .map(id -> Objects.requireNonNull(offered.get(id)))
                .toList();
        return new MfaVerifier.PreparedChallenge(
                verifierState, Optional.empty(), Optional.of(new Prompt.Questions(questions, questions.size())));
    }

    /** Draws questions for an account without a set. They are as stable as those of a set. */
    private List<String> decoys(Challenge challenge) {
        byte[] seed = keys.digest()
                .full(new DigestInput(DigestLabel.QUESTIONS)
                        .with(challenge.user().value()));
        List<String> chosen = QuestionSet.shuffled(seed, policy.register(), List.copyOf(offered.keySet()));
        return QuestionSet.drawn(seed, challenge.issuedAt(), policy.reset(), chosen);
    }

    @Override
    CredentialVerifier.Verification compared(
            Challenge challenge, VerifierState verifierState, List<Credential> held, Response response, Instant now) {
        byte[] asked = verifierState.bytes();
        List<String> drawn = asked.length == 0 ? List.of() : new BodyReader(asked).list(BodyReader::text);
        List<Secret> given = response instanceof Response.Answers answers ? answers.answers() : List.of();
        Optional<QuestionSet> set = held.stream().findFirst().map(QuestionSet::of);
        boolean right = given.size() == policy.reset() && drawn.size() == policy.reset();
        for (int i = 0; i < policy.reset(); i++) {
            Optional<Secret> answer =
                    i < given.size() ? form(set, given.get(i)).filter(one -> one.length() > 0) : Optional.empty();
            String question = i < drawn.size() ? drawn.get(i) : "";
            Optional<String> kept = set.flatMap(one -> one.hash(question));
            right &= same(answer, kept);
        }
        return right ? new CredentialVerifier.Verification.Passed(held.get(0).id(), Optional.empty()) : WRONG;
    }

    private static Optional<Secret> form(Optional<QuestionSet> set, Secret typed) {
        return set.isPresent() ? set.get().form(typed) : AnswerText.of(typed);
    }

    /** Makes one hash computation, whether or not an answer and a hash exist. */
    private boolean same(Optional<Secret> answer, Optional<String> kept) {
        Secret compared = answer.orElse(NOTHING);
        if (kept.isEmpty()) {
            hash.absent(compared);
            return false;
        }
        return hash.matches(compared, kept.get()) && answer.isPresent();
    }
}
