package dev.sspr.internal.proof;

import dev.sspr.spi.Begun;
import dev.sspr.spi.Challenge;
import dev.sspr.spi.Digest;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.Memo;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Prompt;
import dev.sspr.spi.Purpose;
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
 * @param memo what the verifier wants to be told again
 * @param prompt what the page shows, if anything
 */
record Pending(
        Digest id,
        MethodKind kind,
        String methodId,
        Digest endpoint,
        Instant issuedAt,
        Instant expiresAt,
        Memo memo,
        Optional<Prompt> prompt) {
    Pending(
            Digest id,
            MethodKind kind,
            String methodId,
            Digest endpoint,
            Instant issuedAt,
            Instant expiresAt,
            Memo memo) {
        this(id, kind, methodId, endpoint, issuedAt, expiresAt, memo, Optional.empty());
    }

    Challenge of(FlowId flow, Subject subject, Purpose purpose) {
        return new Challenge(
                id, flow, purpose, subject.user(), subject.generation(), kind, methodId, issuedAt, expiresAt);
    }

    Pending with(Begun begun) {
        return new Pending(id, kind, methodId, endpoint, issuedAt, expiresAt, begun.memo(), begun.prompt());
    }
}
