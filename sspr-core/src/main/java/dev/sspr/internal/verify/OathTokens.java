package dev.sspr.internal.verify;

import dev.sspr.internal.bytes.Base32;
import dev.sspr.oath.OathToken;
import dev.sspr.oath.OathToken.Factor;
import dev.sspr.policy.MethodPolicy.TokenRules;
import dev.sspr.spi.Challenge;
import dev.sspr.spi.Credential;
import dev.sspr.spi.CredentialVerifier;
import dev.sspr.spi.Digest;
import dev.sspr.spi.Enrolment;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Response;
import dev.sspr.spi.VerifierState;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Codes of hardware tokens: by time (RFC 6238) or by press of a button (RFC 4226). An administrator imports a token for
 * an account, and a code of the token activates it. A token that was pressed too often is resynchronised by two
 * consecutive codes, typed as one; so is a token of time, when it is activated.
 */
public final class OathTokens extends AbstractCredentialVerifier implements SingleUse {
    /** The longest part of a label, so that a label keeps its limit with the word before the part. */
    private static final int LABEL_PART = 50;

    private final TokenRules policy;

    public OathTokens(TokenRules policy) {
        super(MethodKind.OATH_TOKEN);
        this.policy = policy;
    }

    /**
     * Makes the credential that an imported token has until it is activated. Its claim is a digest of the seed, so that
     * a token never serves two accounts.
     *
     * @param id 128 random bits
     */
    public static CredentialVerifier.EnrolmentResult.Enrolled imported(Digest id, OathToken token) {
        byte[] seed = token.seed().exposeTo(Base32::decode).orElseThrow();
        String label = label(token);
        try (OathState state = token.factor() instanceof Factor.Presses presses
                ? OathState.counted(token.hash(), token.digits(), seed, label, presses.next())
                : OathState.timed(token.hash(), token.digits(), seconds(token.factor()), seed, label)) {
            return made(id.hex(), state);
        } finally {
            Arrays.fill(seed, (byte) 0);
        }
    }

    private static int seconds(Factor factor) {
        return factor instanceof Factor.Time time ? (int) time.period().toSeconds() : 0;
    }

    private static String label(OathToken token) {
        StringBuilder safe = new StringBuilder("Token ");
        token.serial()
                .codePoints()
                .filter(point -> Character.isLetterOrDigit(point) || point == '-' || point == '.')
                .limit(LABEL_PART / 2)
                .forEach(safe::appendCodePoint);
        return safe.toString().strip();
    }

    private static CredentialVerifier.EnrolmentResult.Enrolled made(String id, OathState state) {
        return new CredentialVerifier.EnrolmentResult.Enrolled(
                state.credential(id),
                state.label(),
                Optional.of(CredentialVerifier.EnrolmentResult.Claim.of(state.seedDigest())));
    }

    @Override
    public CredentialVerifier.EnrolmentOffer offer(Enrolment enrolment) {
        return new CredentialVerifier.EnrolmentOffer(
                EnrolmentState.end(EnrolmentState.begin(enrolment)), Optional.empty());
    }

    @Override
    CredentialVerifier.EnrolmentResult confirmed(
            Enrolment enrolment, VerifierState verifierState, Response response, Instant now) {
        if (enrolment.given().isEmpty()) {
            return unfit("oath-token.not-imported");
        }
        Credential given = enrolment.given().get();
        boolean ours =
                EnrolmentState.read(verifierState, enrolment, reader -> true).orElse(false);
        try (OathState state = OathState.of(given)) {
            Optional<OathState> next = activated(state, response, now);
            if (!ours || next.isEmpty()) {
                return new CredentialVerifier.EnrolmentResult.Wrong();
            }
            try (OathState burnt = next.get()) {
                return made(given.id(), burnt);
            }
        }
    }

    @Override
    CredentialVerifier.Verification compared(
            Challenge challenge, VerifierState verifierState, List<Credential> held, Response response, Instant now) {
        // a token of each sort is asked for every account, whatever it has (F2-S6)
        boolean timed = false;
        boolean counted = false;
        CredentialVerifier.Verification found = WRONG;
        for (Credential one : held) {
            try (OathState state = OathState.of(one)) {
                timed |= state.isTimed();
                counted |= !state.isTimed();
                Optional<OathState> next = accepted(state, response, now);
                if (next.isPresent() && found == WRONG) {
                    found = AppCodes.passed(one.id(), next.get());
                }
            }
        }
        decoy(OathState.timed(OathToken.Hash.SHA1, 6, 30, new byte[20], ""), timed, response, now);
        decoy(OathState.counted(OathToken.Hash.SHA1, 6, new byte[20], "", 0), counted, response, now);
        return found;
    }

    @Override
    public Optional<SingleUse.Used> used(Credential before, Credential after) {
        return OathState.used(after);
    }

    private void decoy(OathState decoy, boolean done, Response response, Instant now) {
        try (decoy) {
            Optional<OathState> ignored = done ? Optional.empty() : accepted(decoy, response, now);
            ignored.ifPresent(OathState::close);
        }
    }

    /** Returns the state of the token after its first response; two codes in a row tell how far its clock is off. */
    private Optional<OathState> activated(OathState state, Response response, Instant now) {
        Optional<OathState> next = accepted(state, response, now);
        return next.isPresent() || !state.isTimed() ? next : state.activated(response, now);
    }

    /** Returns the state of the token after a right response, past every counter up to the one of the response. */
    private Optional<OathState> accepted(OathState state, Response response, Instant now) {
        if (state.isTimed()) {
            OptionalLong step = state.step(response, now, policy.acceptedSteps());
            return step.isPresent() ? Optional.of(state.at(step.getAsLong(), now)) : Optional.empty();
        }
        OptionalLong near = state.counter(response, policy.lookAhead());
        OptionalLong far = state.counterOfTwo(response, policy.resync());
        if (near.isEmpty() && far.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(state.movedTo((near.isPresent() ? near : far).getAsLong() + 1));
    }
}
