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
 * @param endpoint digest of the mailbox, line or device
 * @param verifierState the state that its verifier gets back
 * @param delivery the pending message, until a notifier has accepted it or refused it for good
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

    /** Returns a copy that no clock shows as fresh, for a challenge that was seen after its end. */
    PendingChallenge over() {
        return new PendingChallenge(
                id, kind, methodId, endpoint, issuedAt, Instant.EPOCH, verifierState, prompt, delivery);
    }

    public PendingChallenge delivering(Optional<PendingNotice> left) {
        return new PendingChallenge(id, kind, methodId, endpoint, issuedAt, expiresAt, verifierState, prompt, left);
    }

    /** Returns its message before the first attempt, which lives as long as the code. */
    public PendingNotice message(Instant now) {
        return PendingNotice.due(now, expiresAt);
    }
}
