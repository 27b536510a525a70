package dev.sspr.internal.verify;

import dev.sspr.fixture.VerifierFixture;
import dev.sspr.policy.QuestionRules;
import dev.sspr.spi.Challenge;
import dev.sspr.spi.Credential;
import dev.sspr.spi.CredentialVerifier;
import dev.sspr.spi.Enrolment;
import dev.sspr.spi.MfaVerifier;
import dev.sspr.spi.Prompt;
import dev.sspr.spi.Response;
import dev.sspr.spi.Secret;
import dev.sspr.spi.kit.CredentialVerifierContract;
import dev.sspr.spi.kit.Repeats;
import java.time.Instant;

/** Questions keep the contract of every verifier of credentials, as far as knowledge can. */
class QuestionsContractTest extends CredentialVerifierContract {
    private final QuickHash hash = new QuickHash();
    private final Questions questions = made();

    private Questions made() {
        return new Questions(QuestionRules.standard(), hash, VerifierFixture.MINT, VerifierFixture.KEYS);
    }

    @Override
    protected CredentialVerifier verifier() {
        return questions;
    }

    @Override
    protected CredentialVerifier otherNode() {
        return made();
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
    protected int mostCredentials() {
        return 1;
    }

    private static Secret answer(String question, String id) {
        return Secret.of("Rex " + Math.floorMod((question + id).hashCode(), 1_000_000) + " of " + id.substring(0, 12));
    }

    @Override
    protected Response confirmation(Enrolment enrolment, CredentialVerifier.EnrolmentOffer offer, Instant now) {
        Prompt.Questions prompt = (Prompt.Questions) offer.prompt().orElseThrow();
        return new Response.Chosen(prompt.questions().stream()
                .limit(prompt.choose())
                .map(one -> new Response.Chosen.Choice(
                        one.id(), answer(one.id(), enrolment.id().hex())))
                .toList());
    }

    @Override
    protected Response answer(Challenge challenge, MfaVerifier.PreparedChallenge begun, Credential with, Instant now) {
        Prompt.Questions prompt = (Prompt.Questions) begun.prompt().orElseThrow();
        return new Response.Answers(prompt.questions().stream()
                .map(one -> answer(one.id(), with.id()))
                .toList());
    }
}
