package dev.sspr.internal.verification.state;

import dev.sspr.internal.engine.PendingNotice;
import dev.sspr.spi.Challenge;
import dev.sspr.spi.Digest;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.MfaVerifier;
import dev.sspr.spi.Prompt;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.VerifierState;
import java.time.Instant;
import java.util.Optional;

/**
 * The challenge that waits for a response.
 *
 * @param id its random id
 * @param kind the method's kind
 * @param methodId the method's id
 * @param endpoint digest of what the method reaches
 * @param issuedAt when it was put
 * @param expiresAt from when it is over
 * @param verifierState what the verifier wants to be told again
 * @param prompt what the page shows, if anything
 * @param delivery when its message is tried again, until a carrier has accepted it or refused it for good
 */
public record PendingChallenge(
        Digest id,
        MethodKind kind,
        String methodId,
        Digest endpoint,
        Instant issuedAt,
        Instant expiresAt,
        VerifierState verifierState,
        Optional<Prompt> prompt,
        Optional<PendingNotice> delivery) {
    public PendingChallenge(
            Digest id,
            MethodKind kind,
            String methodId,
            Digest endpoint,
            Instant issuedAt,
            Instant expiresAt,
            VerifierState verifierState) {
        this(id, kind, methodId, endpoint, issuedAt, expiresAt, verifierState, Optional.empty(), Optional.empty());
    }

    public Challenge of(FlowId flow, Subject subject, Purpose purpose) {
        return new Challenge(
                id, flow, purpose, subject.user(), subject.generation(), kind, methodId, issuedAt, expiresAt);
    }

    public PendingChallenge with(MfaVerifier.PreparedChallenge begun) {
        return new PendingChallenge(
                id, kind, methodId, endpoint, issuedAt, expiresAt, begun.verifierState(), begun.prompt(), delivery);
    }

    /** The same with what is left of the delivery of its message. */
    public PendingChallenge delivering(Optional<PendingNotice> left) {
        return new PendingChallenge(id, kind, methodId, endpoint, issuedAt, expiresAt, verifierState, prompt, left);
    }

    /** Its message, before the first attempt: worth sending while the code is good. */
    public PendingNotice message(Instant now) {
        return PendingNotice.due(now, expiresAt);
    }
}
