package dev.sspr.internal.verify;

import dev.sspr.fixture.VerifierFixture;
import dev.sspr.internal.bytes.Base32;
import dev.sspr.oath.OathToken;
import dev.sspr.policy.MethodPolicy.AuthenticatorRules;
import dev.sspr.spi.Challenge;
import dev.sspr.spi.Credential;
import dev.sspr.spi.CredentialVerifier;
import dev.sspr.spi.Enrolment;
import dev.sspr.spi.MfaVerifier;
import dev.sspr.spi.Prompt;
import dev.sspr.spi.Response;
import dev.sspr.spi.kit.CredentialVerifierContract;
import dev.sspr.spi.kit.Repeats;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Authenticator apps keep the contract of every verifier of credentials. */
class AppCodesContractTest extends CredentialVerifierContract {
    private final Map<String, OathCode> phones = new HashMap<>();
    private final AppCodes apps = made();

    private static AppCodes made() {
        return new AppCodes(AuthenticatorRules.standard(), VerifierFixture.MINT);
    }

    @Override
    protected CredentialVerifier verifier() {
        return apps;
    }

    @Override
    protected CredentialVerifier otherNode() {
        return made();
    }

    @Override
    protected Repeats repeats() {
        return Repeats.BURNED;
    }

    private static Response shown(OathCode phone, Instant now) {
        return VerifierFixture.typed(phone.at(now.getEpochSecond() / 30));
    }

    @Override
    protected Response confirmation(Enrolment enrolment, CredentialVerifier.EnrolmentOffer offer, Instant now) {
        Prompt.OtpAuth prompt = (Prompt.OtpAuth) offer.prompt().orElseThrow();
        String seed = prompt.uri().exposeTo(String::new).replaceFirst(".*[?&]secret=([^&]*).*", "$1");
        OathCode phone = OathCode.of(
                OathToken.Hash.SHA1, Base32.decode(seed.toCharArray()).orElseThrow(), 6);
        phones.put(enrolment.id().hex(), phone);
        return shown(phone, now);
    }

    @Override
    protected Response answer(Challenge challenge, MfaVerifier.PreparedChallenge begun, Credential with, Instant now) {
        return shown(phones.get(with.id()), now);
    }
}
