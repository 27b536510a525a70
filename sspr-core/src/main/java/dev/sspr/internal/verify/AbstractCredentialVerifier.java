package dev.sspr.internal.verify;

import dev.sspr.spi.Challenge;
import dev.sspr.spi.Credential;
import dev.sspr.spi.CredentialVerifier;
import dev.sspr.spi.Enrolment;
import dev.sspr.spi.Finding;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.MfaVerifier;
import dev.sspr.spi.Response;
import dev.sspr.spi.VerifierState;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The base of the built-in credential verifiers: it handles expiry (K7) and nulls (K12), and needs no prompt by
 * default.
 */
public abstract class AbstractCredentialVerifier implements CredentialVerifier {
    /** A response that proves nothing. */
    static final CredentialVerifier.Verification WRONG =
            new CredentialVerifier.Verification.Failed(MfaVerifier.Result.WRONG);
    /** No response can prove anything any more. */
    static final CredentialVerifier.Verification UNUSABLE =
            new CredentialVerifier.Verification.Failed(MfaVerifier.Result.UNUSABLE);

    private final MethodKind kind;

    AbstractCredentialVerifier(MethodKind kind) {
        this.kind = kind;
    }

    @Override
    public final MethodKind kind() {
        return kind;
    }

    @Override
    public final CredentialVerifier.EnrolmentResult confirm(
            Enrolment enrolment, VerifierState verifierState, Response response, Instant now) {
        Objects.requireNonNull(verifierState, "verifierState");
        Objects.requireNonNull(response, "response");
        return now.isBefore(enrolment.expiresAt())
                ? confirmed(enrolment, verifierState, response, now)
                : new CredentialVerifier.EnrolmentResult.Expired();
    }

    @Override
    public MfaVerifier.PreparedChallenge ask(Challenge challenge, List<Credential> held) {
        Objects.requireNonNull(challenge, "challenge");
        Objects.requireNonNull(held, "held");
        return new MfaVerifier.PreparedChallenge(VerifierState.EMPTY, Optional.empty());
    }

    @Override
    public final CredentialVerifier.Verification check(
            Challenge challenge, VerifierState verifierState, List<Credential> held, Response response, Instant now) {
        Objects.requireNonNull(verifierState, "verifierState");
        Objects.requireNonNull(response, "response");
        boolean live = now.isBefore(challenge.expiresAt());
        CredentialVerifier.Verification verified = compared(challenge, verifierState, List.copyOf(held), response, now);
        return live ? verified : UNUSABLE;
    }

    /** Confirms an enrolment that has not expired. */
    abstract CredentialVerifier.EnrolmentResult confirmed(
            Enrolment enrolment, VerifierState verifierState, Response response, Instant now);

    /** Verifies a response while the challenge lasts. After that, the same work is done. */
    abstract CredentialVerifier.Verification compared(
            Challenge challenge, VerifierState verifierState, List<Credential> held, Response response, Instant now);

    static CredentialVerifier.EnrolmentResult unfit(String code) {
        return new CredentialVerifier.EnrolmentResult.Rejected(List.of(Finding.of(code)));
    }
}
