package dev.sspr.internal.verification.state;

import dev.sspr.flow.FlowStatus;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.internal.engine.Effect;
import dev.sspr.internal.engine.PendingNotice;
import dev.sspr.internal.engine.Step;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.Digest;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.MfaVerifier;
import dev.sspr.spi.Prompt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The flow waits for proofs.
 *
 * @param pendingChallenge the challenge that waits for a response
 * @param wanted the kind that is asked for and not yet issued
 * @param askedAt when a challenge was last asked for
 * @param accepted digest of the last right response
 * @param next the wanted challenge until its publication
 */
public record AwaitingResponse(
        FlowHeader header,
        Subject subject,
        List<Proof> proofs,
        AttemptCounts attempts,
        Optional<PendingChallenge> pendingChallenge,
        Optional<MethodKind> wanted,
        Instant askedAt,
        Optional<Digest> accepted,
        Optional<Publication> next)
        implements FlowState {
    public AwaitingResponse(
            FlowHeader header,
            Subject subject,
            List<Proof> proofs,
            AttemptCounts attempts,
            Optional<PendingChallenge> pendingChallenge,
            Optional<MethodKind> wanted,
            Instant askedAt,
            Optional<Digest> accepted) {
        this(header, subject, proofs, attempts, pendingChallenge, wanted, askedAt, accepted, Optional.empty());
    }

    @Override
    public FlowState published(Guards guards, Instant now) {
        return next.filter(one -> guards.published(one.at(), now)).isPresent()
                ? issued(next.get().challenge())
                : this;
    }

    @Override
    public FlowStatus status(Guards guards, Instant now) {
        return guards.live(header, now) ? FlowStatus.WAITING_FOR_PROOF : FlowStatus.ENDED;
    }

    @Override
    public Optional<Prompt> prompt() {
        return pendingChallenge.flatMap(PendingChallenge::prompt);
    }

    @Override
    public Step<FlowState, Optional<Refused>> choose(MethodKind kind, Guards guards, Instant now) {
        boolean same =
                pendingChallenge.isPresent() && pendingChallenge.get().kind().equals(kind);
        boolean again = same || wanted.equals(Optional.of(kind));
        Optional<Refused> refused = refusedToSend(header, kind, again, proofs, attempts, guards, now);
        if (refused.isPresent()) {
            return Step.to(this, refused);
        }
        return asked(kind, same ? pendingChallenge : pendingChallenge.flatMap(guards::dropped), guards, now);
    }

    @Override
    public Step<FlowState, Optional<Refused>> resend(Guards guards, Instant now) {
        Optional<MethodKind> kind = pendingChallenge.map(PendingChallenge::kind).or(() -> wanted);
        return kind.isPresent()
                ? choose(kind.get(), guards, now)
                : Step.to(this, Optional.of(Refused.of(nothingPending(guards))));
    }

    private Step<FlowState, Optional<Refused>> asked(
            MethodKind kind, Optional<PendingChallenge> kept, Guards guards, Instant now) {
        FlowHeader sent = header.sent(now.plus(guards.limits().sendGap()));
        return Step.to(
                new AwaitingResponse(
                        sent,
                        subject,
                        proofs,
                        attempts,
                        kept.map(old -> old.delivering(Optional.empty())),
                        Optional.of(kind),
                        now,
                        accepted),
                Optional.empty(),
                AuditEffects.good(AuditType.METHOD_CHOSEN, Optional.empty(), "method", kind.value()),
                new Effect.Wake());
    }

    static Optional<Refused> refusedToSend(
            FlowHeader header,
            MethodKind kind,
            boolean again,
            List<Proof> proofs,
            AttemptCounts attempts,
            Guards guards,
            Instant now) {
        if (!guards.live(header, now)) {
            return Optional.of(Refused.of(Refusal.GONE));
        }
        if (!guards.offered(kind, proofs)) {
            return Optional.of(Refused.of(Refusal.METHOD_NOT_OFFERED));
        }
        if (!guards.triesLeft(attempts, kind)) {
            return Optional.of(Refused.of(Refusal.TOO_MANY_TRIES));
        }
        return guards.maySend(header, again, now) ? Optional.empty() : Optional.of(Refused.until(header.nextSendAt()));
    }

    @Override
    public Step<FlowState, Boolean> challenged(PendingChallenge put, int sends) {
        return stillWanted(put, sends) ? Step.to(issued(put), true) : Step.to(this, false);
    }

    @Override
    public Step<FlowState, Boolean> prepared(Publication put, int sends) {
        return stillWanted(put.challenge(), sends) ? Step.to(preparing(put), true) : Step.to(this, false);
    }

    private boolean stillWanted(PendingChallenge put, int sends) {
        return wanted.equals(Optional.of(put.kind())) && sends == header.sends() && next.isEmpty();
    }

    private AwaitingResponse issued(PendingChallenge put) {
        return new AwaitingResponse(
                header, subject, proofs, attempts, Optional.of(put), Optional.empty(), askedAt, accepted);
    }

    /** Returns the message that is still to be sent: that of the next challenge, if there is one. */
    public Optional<PendingNotice> delivery() {
        return newest().flatMap(PendingChallenge::delivery);
    }

    public Optional<PendingChallenge> newest() {
        return next.map(Publication::challenge).or(() -> pendingChallenge);
    }

    @Override
    public Step<FlowState, Boolean> delivered(PendingChallenge put, int sends, Optional<PendingNotice> left) {
        boolean same = newest().filter(now -> now.id().equals(put.id())).isPresent()
                && sends == header.sends()
                && delivery().isPresent()
                && !delivery().equals(left);
        return same ? Step.to(newest(newest().map(now -> now.delivering(left))), true) : Step.to(this, false);
    }

    private AwaitingResponse newest(Optional<PendingChallenge> put) {
        return next.isPresent()
                ? preparing(new Publication(put.orElseThrow(), next.get().at()))
                : pending(put);
    }

    AwaitingResponse preparing(Publication publication) {
        return with(attempts, pendingChallenge, Optional.of(publication));
    }

    @Override
    public Step<FlowState, ChargeResult> charge(FlowId flow, Digest response, Guards guards, Instant now) {
        if (!guards.live(header, now)) {
            return ChargeResult.NotCharged.step(this, Refusal.GONE);
        }
        if (accepted.isPresent() && accepted.get().equals(response)) {
            return Step.to(this, new ChargeResult.Repeated());
        }
        if (pendingChallenge.isEmpty()) {
            return ChargeResult.NotCharged.step(this, nothingPending(guards));
        }
        PendingChallenge asked = pendingChallenge.get();
        if (!guards.triesLeft(attempts, asked.kind())) {
            return ChargeResult.NotCharged.step(this, Refusal.TOO_MANY_TRIES);
        }
        AttemptCounts paid = attempts.plus(asked.kind(), 1);
        int left = guards.limits().guessesPerMethod() - paid.of(asked.kind());
        return Step.to(
                with(paid, pendingChallenge),
                new ChargeResult.Charged(
                        new ChargedAttempt(asked.of(flow, subject, guards.purpose()), asked.verifierState(), left)),
                AuditEffects.good(
                        AuditType.GUESS_CHARGED,
                        Optional.empty(),
                        "method",
                        asked.kind().value()));
    }

    private Refusal nothingPending(Guards guards) {
        return attempts.spent().keySet().stream().allMatch(kind -> guards.triesLeft(attempts, kind))
                ? Refusal.NOT_NOW
                : Refusal.TOO_MANY_TRIES;
    }

    @Override
    public Step<FlowState, AnswerOutcome> answer(
            FlowId flow,
            ChargedAttempt paid,
            MfaVerifier.Result said,
            Digest response,
            Optional<Digest> newHandle,
            Guards guards,
            Instant now) {
        if (!guards.live(header, now) || !guards.sameChallenge(paid, flow, pendingChallenge)) {
            return Step.to(this, AnswerOutcome.LATE);
        }
        PendingChallenge asked = pendingChallenge.orElseThrow();
        boolean proves = guards.distinct(proofs, asked.kind(), asked.endpoint()) && guards.real(subject);
        return switch (said) {
            case PASSED -> proves ? proven(asked, response, newHandle, guards) : wrong(asked, guards);
            case WRONG, CLONED -> wrong(asked, guards);
            case PENDING -> Step.to(with(attempts.plus(asked.kind(), -1), pendingChallenge), AnswerOutcome.WAITING);
            case UNUSABLE ->
                Step.to(
                        now.isBefore(asked.expiresAt()) ? this : with(attempts, Optional.of(asked.over())),
                        AnswerOutcome.EXPIRED,
                        AuditEffects.bad(AuditType.NOT_PROVEN, Optional.empty(), "reason", "expired"));
        };
    }

    private Step<FlowState, AnswerOutcome> proven(
            PendingChallenge asked, Digest response, Optional<Digest> newHandle, Guards guards) {
        List<Proof> all = new ArrayList<>(proofs);
        all.add(new Proof(asked.kind(), asked.endpoint()));
        FlowHeader kept = newHandle.map(handle -> guards.moved(header, handle)).orElse(header);
        Optional<Digest> last = Optional.of(response);
        boolean enough = guards.enough(all, subject.needed()) && guards.demandMet(all, subject.demanded());
        FlowState next = enough
                ? new ProofsComplete(kept, subject, List.copyOf(all), last, Optional.empty())
                : new AwaitingResponse(
                        kept,
                        subject,
                        List.copyOf(all),
                        attempts,
                        guards.spent(asked),
                        Optional.empty(),
                        askedAt,
                        last);
        return Step.to(
                next,
                AnswerOutcome.PROVEN,
                AuditEffects.good(
                        newHandle.isPresent() ? AuditType.MOVED : AuditType.PROVEN,
                        subject.audited(),
                        "method",
                        asked.kind().value()));
    }

    /** A challenge without guesses left is dropped (R-RATE-1). */
    private Step<FlowState, AnswerOutcome> wrong(PendingChallenge asked, Guards guards) {
        FlowState next = guards.triesLeft(attempts, asked.kind()) ? this : with(attempts, Optional.empty());
        return Step.to(
                next,
                AnswerOutcome.WRONG,
                AuditEffects.bad(
                        AuditType.NOT_PROVEN,
                        Optional.empty(),
                        "method",
                        asked.kind().value()));
    }

    AwaitingResponse pending(Optional<PendingChallenge> newPending) {
        return with(attempts, newPending);
    }

    private AwaitingResponse with(AttemptCounts newTries, Optional<PendingChallenge> newPending) {
        return with(newTries, newPending, next);
    }

    private AwaitingResponse with(
            AttemptCounts newTries, Optional<PendingChallenge> newPending, Optional<Publication> newNext) {
        return new AwaitingResponse(header, subject, proofs, newTries, newPending, wanted, askedAt, accepted, newNext);
    }

    @Override
    public Step<FlowState, Boolean> end(FlowEnded.Why why, Guards guards, Instant now) {
        return FlowEnded.from(header, subject.audited(), why);
    }
}
