package dev.sspr.internal.engine;

import dev.sspr.spi.Challenge;
import dev.sspr.spi.Credential;
import dev.sspr.spi.CredentialVerifier;
import dev.sspr.spi.Enrolment;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.MfaVerifier;
import dev.sspr.spi.Response;
import dev.sspr.spi.VerifierState;
import java.time.Instant;
import java.util.List;

/** Guards a verifier whose credentials the library stores. */
record GuardedCredentialVerifier(CredentialVerifier verifier) implements CredentialVerifier {
    private static final String ROLE = "credential-verifier";

    @Override
    public MethodKind kind() {
        return RoleGuard.ask(ROLE, () -> verifier.kind());
    }

    @Override
    public CredentialVerifier.EnrolmentOffer offer(Enrolment enrolment) {
        return RoleGuard.ask(ROLE, () -> verifier.offer(enrolment));
    }

    @Override
    public CredentialVerifier.EnrolmentResult confirm(
            Enrolment enrolment, VerifierState verifierState, Response response, Instant now) {
        return RoleGuard.ask(ROLE, () -> verifier.confirm(enrolment, verifierState, response, now));
    }

    @Override
    public MfaVerifier.PreparedChallenge ask(Challenge challenge, List<Credential> held) {
        return RoleGuard.ask(ROLE, () -> verifier.ask(challenge, held));
    }

    @Override
    public CredentialVerifier.Verification check(
            Challenge challenge, VerifierState verifierState, List<Credential> held, Response response, Instant now) {
        return RoleGuard.ask(ROLE, () -> verifier.check(challenge, verifierState, held, response, now));
    }
}
