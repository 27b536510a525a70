package dev.sspr.spi.broken;

import dev.sspr.spi.Challenge;
import dev.sspr.spi.Credential;
import dev.sspr.spi.CredentialVerifier;
import dev.sspr.spi.Enrolment;
import dev.sspr.spi.Finding;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.MfaVerifier;
import dev.sspr.spi.Prompt;
import dev.sspr.spi.Response;
import dev.sspr.spi.Secret;
import dev.sspr.spi.VerifierState;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Two questions whose answers a person makes up and knows: the least that a verifier of knowledge can be. */
class KnownAnswers implements CredentialVerifier {
    private static final Prompt QUESTIONS =
            new Prompt.Questions(List.of(new Prompt.Question("pet", ""), new Prompt.Question("street", "")), 2);

    @Override
    public MethodKind kind() {
        return MethodKind.QUESTIONS;
    }

    @Override
    public CredentialVerifier.EnrolmentOffer offer(Enrolment enrolment) {
        Objects.requireNonNull(enrolment, "enrolment");
        return new CredentialVerifier.EnrolmentOffer(VerifierState.EMPTY, Optional.of(QUESTIONS));
    }

    @Override
    public CredentialVerifier.EnrolmentResult confirm(
            Enrolment enrolment, VerifierState verifierState, Response response, Instant now) {
        Objects.requireNonNull(verifierState, "verifierState");
        Objects.requireNonNull(response, "response");
        if (!now.isBefore(enrolment.expiresAt())) {
            return new CredentialVerifier.EnrolmentResult.Expired();
        }
        if (!(response instanceof Response.Answers made) || made.answers().size() != 2) {
            return new CredentialVerifier.EnrolmentResult.Wrong();
        }
        if (made.answers().stream().anyMatch(answer -> answer.length() < 4)) {
            return new CredentialVerifier.EnrolmentResult.Rejected(List.of(Finding.of("answer.too-short")));
        }
        return new CredentialVerifier.EnrolmentResult.Enrolled(
                Credential.of(enrolment.id().hex(), digest(made.secret())), "2 questions", Optional.empty());
    }

    @Override
    public MfaVerifier.PreparedChallenge ask(Challenge challenge, List<Credential> held) {
        Objects.requireNonNull(challenge, "challenge");
        Objects.requireNonNull(held, "held");
        return new MfaVerifier.PreparedChallenge(VerifierState.EMPTY, Optional.empty(), Optional.of(QUESTIONS));
    }

    @Override
    public CredentialVerifier.Verification check(
            Challenge challenge, VerifierState verifierState, List<Credential> held, Response response, Instant now) {
        Objects.requireNonNull(verifierState, "verifierState");
        Objects.requireNonNull(held, "held");
        Objects.requireNonNull(response, "response");
        if (!now.isBefore(challenge.expiresAt())) {
            return new CredentialVerifier.Verification.Failed(MfaVerifier.Result.UNUSABLE);
        }
        byte[] digest = digest(response.secret());
        return held.stream()
                .filter(one -> response instanceof Response.Answers && MessageDigest.isEqual(one.data(), digest))
                .findFirst()
                .<CredentialVerifier.Verification>map(
                        one -> new CredentialVerifier.Verification.Passed(one.id(), Optional.empty()))
                .orElse(new CredentialVerifier.Verification.Failed(MfaVerifier.Result.WRONG));
    }

    /** Good enough to be wrong or right with; a real one hashes slowly, with a salt. */
    private static byte[] digest(Secret secret) {
        try {
            byte[] text = secret.exposeTo(chars -> new String(chars).getBytes(StandardCharsets.UTF_8));
            return MessageDigest.getInstance("SHA-256").digest(text);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
