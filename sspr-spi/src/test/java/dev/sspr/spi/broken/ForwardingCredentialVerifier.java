package dev.sspr.spi.broken;

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

class ForwardingCredentialVerifier implements CredentialVerifier {
    private final CredentialVerifier inner;

    ForwardingCredentialVerifier(CredentialVerifier inner) {
        this.inner = inner;
    }

    @Override
    public MethodKind kind() {
        return inner.kind();
    }

    @Override
    public CredentialVerifier.EnrolmentOffer offer(Enrolment enrolment) {
        return inner.offer(enrolment);
    }

    @Override
    public CredentialVerifier.EnrolmentResult confirm(
            Enrolment enrolment, VerifierState verifierState, Response response, Instant now) {
        return inner.confirm(enrolment, verifierState, response, now);
    }

    @Override
    public MfaVerifier.PreparedChallenge ask(Challenge challenge, List<Credential> held) {
        return inner.ask(challenge, held);
    }

    @Override
    public CredentialVerifier.Verification check(
            Challenge challenge, VerifierState verifierState, List<Credential> held, Response response, Instant now) {
        return inner.check(challenge, verifierState, held, response, now);
    }
}
