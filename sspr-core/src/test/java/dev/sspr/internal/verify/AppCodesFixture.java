package dev.sspr.internal.verify;

import static dev.sspr.fixture.VerifierFixture.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.fixture.VerifierFixture;
import dev.sspr.internal.bytes.Base32;
import dev.sspr.oath.OathToken;
import dev.sspr.policy.MethodPolicy.AuthenticatorRules;
import dev.sspr.spi.Challenge;
import dev.sspr.spi.Credential;
import dev.sspr.spi.CredentialVerifier;
import dev.sspr.spi.Enrolment;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.MfaVerifier;
import dev.sspr.spi.Prompt;
import dev.sspr.spi.Response;
import dev.sspr.spi.VerifierState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An authenticator app, and what it shows. */
abstract class AppCodesFixture {
    static final Duration STEP = Duration.ofSeconds(30);

    final AppCodes apps = apps(2);
    final Enrolment enrolment = VerifierFixture.enrolment(ANNA);
    final CredentialVerifier.EnrolmentOffer offer = apps.offer(enrolment);

    static AppCodes apps(int acceptedSteps) {
        return new AppCodes(new AuthenticatorRules(OathToken.Hash.SHA1, 6, STEP, acceptedSteps), VerifierFixture.MINT);
    }

    static String uri(CredentialVerifier.EnrolmentOffer offer) {
        return offer.prompt()
                .map(prompt -> ((Prompt.OtpAuth) prompt).uri().exposeTo(String::new))
                .orElseThrow();
    }

    /** What an app shows that read the URI. */
    static Response shown(CredentialVerifier.EnrolmentOffer offer, Instant at) {
        Matcher parts = Pattern.compile("secret=([A-Z2-7]+)&.*algorithm=(\\w+)&digits=(\\d)&period=(\\d+)")
                .matcher(uri(offer));
        assertThat(parts.find()).isTrue();
        byte[] seed = Base32.decode(parts.group(1).toCharArray()).orElseThrow();
        OathToken.Hash hash = OathToken.Hash.valueOf(parts.group(2));
        assertThat(seed).hasSize(hash.seedBytes());
        return VerifierFixture.typed(OathCode.of(hash, seed, Integer.parseInt(parts.group(3)))
                .at(Math.floorDiv(at.getEpochSecond(), Long.parseLong(parts.group(4)))));
    }

    Credential enrolled(Instant at) {
        return ((CredentialVerifier.EnrolmentResult.Enrolled)
                        apps.confirm(enrolment, offer.verifierState(), shown(offer, at), at))
                .credential();
    }

    static CredentialVerifier.Verification check(AppCodes apps, List<Credential> held, Response response, Instant now) {
        Challenge challenge = VerifierFixture.challenge(MethodKind.APP_CODE, now);
        return apps.check(challenge, VerifierState.EMPTY, held, response, now);
    }

    static CredentialVerifier.Verification wrong() {
        return new CredentialVerifier.Verification.Failed(MfaVerifier.Result.WRONG);
    }
}
