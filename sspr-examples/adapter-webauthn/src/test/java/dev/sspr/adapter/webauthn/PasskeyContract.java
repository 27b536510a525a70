package dev.sspr.adapter.webauthn;

import dev.sspr.spi.Challenge;
import dev.sspr.spi.Credential;
import dev.sspr.spi.CredentialVerifier;
import dev.sspr.spi.Enrolment;
import dev.sspr.spi.MfaVerifier;
import dev.sspr.spi.Response;
import dev.sspr.spi.kit.CredentialVerifierContract;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The kit's clauses, answered by one kind of authenticator. */
abstract class PasskeyContract extends CredentialVerifierContract {
    private final CredentialVerifier verifier = verifierOfAnyNode();
    private final Map<String, SoftAuthenticator> authenticators = new HashMap<>();

    /** A passkey as it comes from the shop. */
    abstract SoftAuthenticator authenticator();

    private static CredentialVerifier verifierOfAnyNode() {
        return PasskeyVerifier.builder(Scene.RP_ID, Scene.ORIGIN).build();
    }

    @Override
    protected CredentialVerifier verifier() {
        return verifier;
    }

    @Override
    protected CredentialVerifier otherNode() {
        return verifierOfAnyNode();
    }

    @Override
    protected Response confirmation(Enrolment enrolment, CredentialVerifier.EnrolmentOffer offer, Instant now) {
        SoftAuthenticator authenticator =
                authenticators.computeIfAbsent(enrolment.id().hex(), id -> authenticator());
        return authenticator.create(offer.prompt().orElseThrow()).answer();
    }

    @Override
    protected Response answer(Challenge challenge, MfaVerifier.PreparedChallenge begun, Credential with, Instant now) {
        return authenticators.get(with.id()).get(begun.prompt().orElseThrow()).answer();
    }
}
