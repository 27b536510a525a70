package dev.sspr.internal.verify;

import dev.sspr.fixture.VerifierFixture;
import dev.sspr.policy.MethodPolicy.AccessPassRules;
import dev.sspr.policy.MethodPolicy.AccessPassUse;
import dev.sspr.spi.Challenge;
import dev.sspr.spi.Credential;
import dev.sspr.spi.CredentialVerifier;
import dev.sspr.spi.Enrolment;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.MfaVerifier;
import dev.sspr.spi.Response;
import dev.sspr.spi.Secret;
import dev.sspr.spi.VerifierState;
import dev.sspr.spi.kit.CredentialVerifierContract;
import dev.sspr.spi.kit.Repeats;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Passes keep what the contract says of challenges; the kit enrols, so the help desk does it here. */
class AccessPassesContractTest extends CredentialVerifierContract {
    private final Map<String, Secret> slips = new HashMap<>();
    private final AccessPasses passes = new AccessPasses(
            new AccessPassRules(12, Duration.ofHours(1), Duration.ofDays(30), AccessPassUse.UNTIL_EXPIRY),
            new QuickHash(),
            VerifierFixture.MINT);

    @Override
    protected CredentialVerifier verifier() {
        return new HelpDesk();
    }

    @Override
    protected Repeats repeats() {
        return Repeats.KNOWN;
    }

    @Override
    protected Response confirmation(Enrolment enrolment, CredentialVerifier.EnrolmentOffer offer, Instant now) {
        return shown(enrolment);
    }

    @Override
    protected Response answer(Challenge challenge, MfaVerifier.PreparedChallenge begun, Credential with, Instant now) {
        return new Response.Typed(slips.get(with.id()));
    }

    private static Response shown(Enrolment enrolment) {
        return VerifierFixture.typed(
                new StringBuilder(enrolment.id().hex()).reverse().toString());
    }

    /** Issues a pass to whoever shows the id of an enrolment, backwards. */
    private final class HelpDesk implements CredentialVerifier {
        @Override
        public MethodKind kind() {
            return passes.kind();
        }

        @Override
        public CredentialVerifier.EnrolmentOffer offer(Enrolment enrolment) {
            return passes.offer(enrolment);
        }

        @Override
        public CredentialVerifier.EnrolmentResult confirm(
                Enrolment enrolment, VerifierState verifierState, Response response, Instant now) {
            CredentialVerifier.EnrolmentResult refused = passes.confirm(enrolment, verifierState, response, now);
            boolean hers = EnrolmentState.read(verifierState, enrolment, reader -> true)
                            .orElse(false)
                    && response.equals(shown(enrolment));
            if (refused instanceof CredentialVerifier.EnrolmentResult.Expired || !hers) {
                return refused instanceof CredentialVerifier.EnrolmentResult.Expired
                        ? refused
                        : new CredentialVerifier.EnrolmentResult.Wrong();
            }
            AccessPasses.Issued issued = passes.issue(now, Duration.ofDays(20), AccessPassUse.UNTIL_EXPIRY);
            Credential credential =
                    Credential.of(enrolment.id().hex(), issued.credential().data());
            slips.put(credential.id(), issued.pass());
            return new CredentialVerifier.EnrolmentResult.Enrolled(credential, "pass", Optional.empty());
        }

        @Override
        public MfaVerifier.PreparedChallenge ask(Challenge challenge, List<Credential> held) {
            return passes.ask(challenge, held);
        }

        @Override
        public CredentialVerifier.Verification check(
                Challenge challenge,
                VerifierState verifierState,
                List<Credential> held,
                Response response,
                Instant now) {
            return passes.check(challenge, verifierState, held, response, now);
        }
    }
}
