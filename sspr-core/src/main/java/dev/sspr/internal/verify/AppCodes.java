package dev.sspr.internal.verify;

import dev.sspr.flow.AuthenticatorPolicy;
import dev.sspr.internal.secret.Mint;
import dev.sspr.spi.Challenge;
import dev.sspr.spi.Credential;
import dev.sspr.spi.Enrolled;
import dev.sspr.spi.Enrolment;
import dev.sspr.spi.EnrolmentOffer;
import dev.sspr.spi.Memo;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Prompt;
import dev.sspr.spi.Response;
import dev.sspr.spi.Secret;
import dev.sspr.spi.Verified;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Codes that an authenticator app shows: TOTP (RFC 6238). The time is the server's (R-TOTP-7). */
public final class AppCodes extends KeptCredentials {
    private static final String LABEL = "Authenticator app";

    private final AuthenticatorPolicy policy;
    private final Mint mint;

    /** Apps enrolled as a policy says, with seeds from a source. */
    public AppCodes(AuthenticatorPolicy policy, Mint mint) {
        super(MethodKind.APP_CODE);
        this.policy = policy;
        this.mint = mint;
    }

    /**
     * Makes a seed. An account name with colons is shown with hyphens in their place: no app could tell where it begins,
     * and nobody who enrols could do anything about it.
     *
     * @throws IllegalArgumentException if the service has a colon, which is the host's to choose otherwise
     */
    @Override
    public EnrolmentOffer offer(Enrolment enrolment) {
        byte[] seed = mint.bytes(policy.hash().seedBytes());
        int period = (int) policy.period().toSeconds();
        String account = enrolment.accountName().replace(':', '-');
        Secret uri = OtpAuthUri.totp(enrolment.service(), account, seed, policy.hash(), policy.digits(), period);
        try (OathState state = OathState.timed(policy.hash(), policy.digits(), period, seed, LABEL)) {
            Memo memo = EnrolmentMemo.end(state.write(EnrolmentMemo.begin(enrolment)));
            return new EnrolmentOffer(memo, Optional.of(new Prompt.OtpAuth(uri)));
        } finally {
            Arrays.fill(seed, (byte) 0);
        }
    }

    @Override
    Enrolled confirmed(Enrolment enrolment, Memo memo, Response response, Instant now) {
        return EnrolmentMemo.read(memo, enrolment, OathState::read)
                .map(state -> made(enrolment, state, response, now))
                .orElse(new Enrolled.Wrong());
    }

    private Enrolled made(Enrolment enrolment, OathState seed, Response response, Instant now) {
        try (OathState state = seed) {
            OptionalLong step = state.step(response, now, policy.acceptedSteps());
            if (step.isEmpty()) {
                return new Enrolled.Wrong();
            }
            try (OathState burnt = state.movedTo(step.getAsLong())) {
                return new Enrolled.Made(burnt.credential(enrolment.id().hex()), LABEL, Optional.empty());
            }
        }
    }

    @Override
    Verified compared(Challenge challenge, Memo memo, List<Credential> held, Response response, Instant now) {
        if (held.isEmpty()) {
            try (OathState nobody = OathState.timed(policy.hash(), policy.digits(), 30, new byte[20], LABEL)) {
                nobody.step(response, now, policy.acceptedSteps());
            }
            return WRONG;
        }
        Verified found = WRONG;
        for (Credential one : held) {
            try (OathState state = OathState.of(one)) {
                OptionalLong step = state.step(response, now, policy.acceptedSteps());
                if (step.isPresent() && found == WRONG) {
                    found = passed(one.id(), state.movedTo(step.getAsLong()));
                }
            }
        }
        return found;
    }

    static Verified passed(String id, OathState next) {
        try (next) {
            return new Verified.Passed(id, Optional.of(next.credential(id)));
        }
    }
}
