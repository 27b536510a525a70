package dev.sspr.internal.verify;

import dev.sspr.fixture.VerifierFixture;
import dev.sspr.internal.bytes.Base32;
import dev.sspr.oath.OathToken;
import dev.sspr.oath.OathToken.Factor;
import dev.sspr.policy.MethodPolicy.TokenRules;
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
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Tokens with a button keep the contract of every verifier of credentials. */
class OathTokensContractTest extends CredentialVerifierContract {
    private final Map<String, OathCode> tokens = new HashMap<>();
    private final Map<String, Long> presses = new HashMap<>();
    private final OathTokens verifier = new OathTokens(new TokenRules(2, 20, 100));

    Factor factor() {
        return new Factor.Presses(0);
    }

    Response shown(String id, OathCode token, Instant now) {
        return VerifierFixture.typed(token.at(presses.merge(id, 1L, Long::sum) - 1));
    }

    @Override
    protected Optional<Credential> given() {
        byte[] seed = VerifierFixture.MINT.bytes(32);
        Credential given = OathTokens.imported(
                        VerifierFixture.id(),
                        new OathToken(
                                samples.unique("C200-"),
                                "Acme",
                                "C200",
                                Secret.of(Base32.encode(seed)),
                                OathToken.Hash.SHA256,
                                8,
                                factor()))
                .credential();
        tokens.put(given.id(), OathCode.of(OathToken.Hash.SHA256, seed, 8));
        return Optional.of(given);
    }

    @Override
    protected CredentialVerifier verifier() {
        return verifier;
    }

    @Override
    protected Repeats repeats() {
        return Repeats.BURNED;
    }

    @Override
    protected Response confirmation(Enrolment enrolment, CredentialVerifier.EnrolmentOffer offer, Instant now) {
        String id = enrolment.given().orElseThrow().id();
        return shown(id, tokens.get(id), now);
    }

    @Override
    protected Response answer(Challenge challenge, MfaVerifier.PreparedChallenge begun, Credential with, Instant now) {
        return shown(with.id(), tokens.get(with.id()), now);
    }
}
