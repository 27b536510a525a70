package dev.sspr.internal.verify;

import dev.sspr.internal.secret.RandomSource;
import dev.sspr.policy.MethodPolicy.AuthenticatorRules;
import dev.sspr.spi.Challenge;
import dev.sspr.spi.Credential;
import dev.sspr.spi.CredentialVerifier;
import dev.sspr.spi.Enrolment;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Prompt;
import dev.sspr.spi.Response;
import dev.sspr.spi.Secret;
import dev.sspr.spi.VerifierState;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Codes of an authenticator app: TOTP (RFC 6238). The time is the server's (R-TOTP-7). */
public final class AppCodes extends AbstractCredentialVerifier implements SingleUse {
    private static final String LABEL = "Authenticator app";
    /** The apps that an account may have by default. */
    private static final int MOST = 5;

    private final AuthenticatorRules policy;
    private final RandomSource random;
    private final Credential decoy;

    public AppCodes(AuthenticatorRules policy, RandomSource random) {
        super(MethodKind.APP_CODE);
        this.policy = policy;
        this.random = random;
        try (OathState state = OathState.timed(
                policy.hash(),
                policy.digits(),
                (int) policy.period().toSeconds(),
                new byte[policy.hash().seedBytes()],
                LABEL)) {
            this.decoy = state.credential("decoy");
        }
    }

    /**
     * Makes a seed. If an account name has colons, hyphens replace them. An app could not tell where such a name
     * begins, and the user who enrols could not change that.
     *
     * @throws IllegalArgumentException if the service name has a colon, which the host can avoid
     */
    @Override
    public CredentialVerifier.EnrolmentOffer offer(Enrolment enrolment) {
        byte[] seed = random.bytes(policy.hash().seedBytes());
        int period = (int) policy.period().toSeconds();
        String account = enrolment.accountName().replace(':', '-');
        Secret uri = OtpAuthUri.totp(enrolment.service(), account, seed, policy.hash(), policy.digits(), period);
        try (OathState state = OathState.timed(policy.hash(), policy.digits(), period, seed, LABEL)) {
            VerifierState verifierState = EnrolmentState.end(state.write(EnrolmentState.begin(enrolment)));
            return new CredentialVerifier.EnrolmentOffer(verifierState, Optional.of(new Prompt.OtpAuth(uri)));
        } finally {
            Arrays.fill(seed, (byte) 0);
        }
    }

    @Override
    CredentialVerifier.EnrolmentResult confirmed(
            Enrolment enrolment, VerifierState verifierState, Response response, Instant now) {
        return EnrolmentState.read(verifierState, enrolment, OathState::read)
                .map(state -> made(enrolment, state, response, now))
                .orElse(new CredentialVerifier.EnrolmentResult.Wrong());
    }

    private CredentialVerifier.EnrolmentResult made(
            Enrolment enrolment, OathState seed, Response response, Instant now) {
        try (OathState state = seed) {
            OptionalLong step = state.step(response, now, policy.acceptedSteps());
            Optional<OathState> next =
                    step.isPresent() ? Optional.of(state.at(step.getAsLong(), now)) : state.activated(response, now);
            if (next.isEmpty()) {
                return new CredentialVerifier.EnrolmentResult.Wrong();
            }
            try (OathState burnt = next.get()) {
                return new CredentialVerifier.EnrolmentResult.Enrolled(
                        burnt.credential(enrolment.id().hex()), LABEL, Optional.empty());
            }
        }
    }

    @Override
    CredentialVerifier.Verification compared(
            Challenge challenge, VerifierState verifierState, List<Credential> held, Response response, Instant now) {
        CredentialVerifier.Verification found = WRONG;
        // as many codes are made for every account, whatever it has (F2-S6)
        for (int i = 0; i < Math.max(MOST, held.size()); i++) {
            Credential one = i < held.size() ? held.get(i) : decoy;
            try (OathState state = OathState.of(one)) {
                OptionalLong step = state.step(response, now, policy.acceptedSteps());
                if (step.isPresent() && i < held.size() && found == WRONG) {
                    found = passed(one.id(), state.at(step.getAsLong(), now));
                }
            }
        }
        return found;
    }

    @Override
    public Optional<SingleUse.Used> used(Credential before, Credential after) {
        return OathState.used(after);
    }

    static CredentialVerifier.Verification passed(String id, OathState next) {
        try (next) {
            return new CredentialVerifier.Verification.Passed(id, Optional.of(next.credential(id)));
        }
    }
}
