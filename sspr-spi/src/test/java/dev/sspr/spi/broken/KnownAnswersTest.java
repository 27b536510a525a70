package dev.sspr.spi.broken;

import dev.sspr.spi.Challenge;
import dev.sspr.spi.Credential;
import dev.sspr.spi.CredentialVerifier;
import dev.sspr.spi.Enrolment;
import dev.sspr.spi.MfaVerifier;
import dev.sspr.spi.Response;
import dev.sspr.spi.Secret;
import dev.sspr.spi.kit.CredentialVerifierContract;
import dev.sspr.spi.kit.Repeats;
import java.time.Instant;
import java.util.List;

/** What is known and made up can be held to the kit too. */
class KnownAnswersTest extends CredentialVerifierContract {
    @Override
    protected CredentialVerifier verifier() {
        return new KnownAnswers();
    }

    @Override
    protected Repeats repeats() {
        return Repeats.KNOWN;
    }

    @Override
    protected boolean madeUp() {
        return true;
    }

    @Override
    protected Response confirmation(Enrolment enrolment, CredentialVerifier.EnrolmentOffer offer, Instant now) {
        return answers(enrolment.id().hex());
    }

    @Override
    protected Response answer(Challenge challenge, MfaVerifier.PreparedChallenge begun, Credential with, Instant now) {
        return answers(with.id());
    }

    /** Each account has a pet of its own. */
    private static Response answers(String id) {
        return new Response.Answers(List.of(Secret.of("Rex " + id), Secret.of("Elm Street " + id.hashCode())));
    }
}
