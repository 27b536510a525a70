package dev.sspr.internal.verify;

import dev.sspr.fixture.VerifierFixture;
import dev.sspr.policy.MethodPolicy.RecoveryCodeRules;
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
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Recovery codes keep the contract of every verifier of credentials. */
class RecoveryCodesContractTest extends CredentialVerifierContract {
    private final Map<String, Iterator<Secret>> papers = new HashMap<>();
    private final QuickHash hash = new QuickHash();
    private final RecoveryCodes codes = made();

    private RecoveryCodes made() {
        return new RecoveryCodes(RecoveryCodeRules.standard(), hash, VerifierFixture.MINT);
    }

    @Override
    protected CredentialVerifier verifier() {
        return codes;
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
    protected int mostCredentials() {
        return 1;
    }

    @Override
    protected Response confirmation(Enrolment enrolment, CredentialVerifier.EnrolmentOffer offer, Instant now) {
        List<Secret> paper = ((Prompt.Codes) offer.prompt().orElseThrow()).codes();
        papers.put(enrolment.id().hex(), paper.subList(1, paper.size()).iterator());
        return new Response.Typed(paper.get(0));
    }

    @Override
    protected Response answer(Challenge challenge, MfaVerifier.PreparedChallenge begun, Credential with, Instant now) {
        return new Response.Typed(papers.get(with.id()).next());
    }
}
