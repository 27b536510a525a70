package dev.sspr.spi.memory;

import dev.sspr.spi.Challenge;
import dev.sspr.spi.Credential;
import dev.sspr.spi.CredentialVerifier;
import dev.sspr.spi.Enrolment;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.MfaVerifier;
import dev.sspr.spi.Response;
import dev.sspr.spi.kit.CredentialVerifierContract;
import dev.sspr.spi.kit.Repeats;
import java.time.Instant;

public class ScriptedCredentialsTest extends CredentialVerifierContract {
    @SuppressWarnings("this-escape") // the method asked is a constant
    protected final ScriptedCredentials verifier = made();

    protected ScriptedCredentials.Codes codes() {
        return ScriptedCredentials.Codes.COUNTED;
    }

    protected final ScriptedCredentials made() {
        return new ScriptedCredentials(MethodKind.OATH_TOKEN, codes());
    }

    @Override
    protected CredentialVerifier verifier() {
        return verifier;
    }

    @Override
    protected CredentialVerifier otherNode() {
        return made();
    }

    @Override
    protected Repeats repeats() {
        return Repeats.BURNED;
    }

    @Override
    protected Response confirmation(Enrolment enrolment, CredentialVerifier.EnrolmentOffer offer, Instant now) {
        return new Response.Typed(verifier.codeFor(enrolment));
    }

    @Override
    protected Response answer(Challenge challenge, MfaVerifier.PreparedChallenge begun, Credential with, Instant now) {
        return new Response.Typed(verifier.codeFor(challenge, with.id()));
    }
}
