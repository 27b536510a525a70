package dev.sspr.internal.proof;

import dev.sspr.flow.FlowStatus;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.internal.engine.Effect;
import dev.sspr.internal.engine.Step;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.Checked;
import dev.sspr.spi.Digest;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Prompt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Waiting for proof.
 *
 * @param ticket what every state keeps
 * @param subject whose reset it is
 * @param proofs what was proven so far
 * @param tries the guesses taken
 * @param pending the challenge that waits for a response
 * @param wanted the kind of method that is asked for and not yet put
 * @param askedAt when something was last asked for
 * @param accepted digest of the last response that was right
 */
record Asking(
        Ticket ticket,
        Subject subject,
        List<Proof> proofs,
        Tries tries,
        Optional<Pending> pending,
        Optional<MethodKind> wanted,
        Instant askedAt,
        Optional<Digest> accepted)
        implements ProofState {
    @Override
    public FlowStatus status(Rules rules, Instant now) {
        return rules.live(ticket, now) ? FlowStatus.WAITING_FOR_PROOF : FlowStatus.ENDED;
    }

    @Override
    public Optional<Prompt> prompt() {
        return pending.flatMap(Pending::prompt);
    }

    @Override
    public Step<ProofState, Optional<Refused>> choose(MethodKind kind, Rules rules, Instant now) {
        boolean same = pending.isPresent() && pending.get().kind().equals(kind);
        boolean again = same || wanted.equals(Optional.of(kind));
        Optional<Refused> refused = refusedToSend(ticket, kind, again, proofs, tries, rules, now);
        if (refused.isPresent()) {
            return Step.to(this, refused);
        }
        return asked(kind, same ? pending : pending.flatMap(rules::dropped), rules, now);
    }

    @Override
    public Step<ProofState, Optional<Refused>> resend(Rules rules, Instant now) {
        Optional<MethodKind> kind = pending.map(Pending::kind).or(() -> wanted);
        return kind.isPresent()
                ? choose(kind.get(), rules, now)
                : Step.to(this, Optional.of(Refused.of(nothingPending(rules))));
    }

    private Step<ProofState, Optional<Refused>> asked(
            MethodKind kind, Optional<Pending> kept, Rules rules, Instant now) {
        Ticket sent = ticket.sent(now.plus(rules.limits().sendGap()));
        return Step.to(
                new Asking(sent, subject, proofs, tries, kept, Optional.of(kind), now, accepted),
                Optional.empty(),
                Notes.good(AuditType.METHOD_CHOSEN, Optional.empty(), "method", kind.value()),
                new Effect.Wake());
    }

    static Optional<Refused> refusedToSend(
            Ticket ticket, MethodKind kind, boolean again, List<Proof> proofs, Tries tries, Rules rules, Instant now) {
        if (!rules.live(ticket, now)) {
            return Optional.of(Refused.of(Refusal.GONE));
        }
        if (!rules.offered(kind, proofs)) {
            return Optional.of(Refused.of(Refusal.METHOD_NOT_OFFERED));
        }
        if (!rules.triesLeft(tries, kind)) {
            return Optional.of(Refused.of(Refusal.TOO_MANY_TRIES));
        }
        return rules.maySend(ticket, again, now) ? Optional.empty() : Optional.of(Refused.until(ticket.nextSendAt()));
    }

    @Override
    public Step<ProofState, Boolean> challenged(Pending put, int sends) {
        boolean stillWanted = wanted.isPresent() && wanted.get().equals(put.kind()) && sends == ticket.sends();
        return stillWanted
                ? Step.to(
                        new Asking(
                                ticket, subject, proofs, tries, Optional.of(put), Optional.empty(), askedAt, accepted),
                        true)
                : Step.to(this, false);
    }

    @Override
    public Step<ProofState, Paid> charge(FlowId flow, Digest response, Rules rules, Instant now) {
        if (!rules.live(ticket, now)) {
            return unpaid(Refusal.GONE);
        }
        if (accepted.isPresent() && accepted.get().equals(response)) {
            return Step.to(this, new Paid.Again());
        }
        if (pending.isEmpty()) {
            return unpaid(nothingPending(rules));
        }
        Pending asked = pending.get();
        if (!rules.triesLeft(tries, asked.kind())) {
            return unpaid(Refusal.TOO_MANY_TRIES);
        }
        Tries paid = tries.plus(asked.kind(), 1);
        int left = rules.limits().guessesPerMethod() - paid.of(asked.kind());
        return Step.to(
                with(paid, pending),
                new Paid.With(new Receipt(asked.of(flow, subject, rules.purpose()), asked.memo(), left)),
                Notes.good(
                        AuditType.GUESS_CHARGED,
                        Optional.empty(),
                        "method",
                        asked.kind().value()));
    }

    /** Why there is no challenge to answer or to send again. */
    private Refusal nothingPending(Rules rules) {
        return tries.spent().keySet().stream().allMatch(kind -> rules.triesLeft(tries, kind))
                ? Refusal.NOT_NOW
                : Refusal.TOO_MANY_TRIES;
    }

    private Step<ProofState, Paid> unpaid(Refusal why) {
        return Step.to(
                this,
                new Paid.Not(Refused.of(why)),
                Notes.bad(AuditType.GUESS_REFUSED, Optional.empty(), "reason", why.name()));
    }

    @Override
    public Step<ProofState, Outcome> answer(
            FlowId flow,
            Receipt paid,
            Checked said,
            Digest response,
            Optional<Digest> newHandle,
            Rules rules,
            Instant now) {
        if (!rules.live(ticket, now) || !rules.sameChallenge(paid, flow, pending)) {
            return Step.to(this, Outcome.LATE);
        }
        Pending asked = pending.orElseThrow();
        boolean proves = rules.real(subject) && rules.distinct(proofs, asked.kind(), asked.endpoint());
        return switch (said) {
            case PASSED -> proves ? proven(asked, response, newHandle, rules) : wrong(asked, rules);
            case WRONG, CLONED -> wrong(asked, rules);
            case PENDING -> Step.to(with(tries.plus(asked.kind(), -1), pending), Outcome.WAITING);
            case UNUSABLE ->
                Step.to(this, Outcome.EXPIRED, Notes.bad(AuditType.NOT_PROVEN, Optional.empty(), "reason", "expired"));
        };
    }

    private Step<ProofState, Outcome> proven(Pending asked, Digest response, Optional<Digest> newHandle, Rules rules) {
        List<Proof> all = new ArrayList<>(proofs);
        all.add(new Proof(asked.kind(), asked.endpoint()));
        Ticket kept = newHandle.map(handle -> rules.moved(ticket, handle)).orElse(ticket);
        Optional<Digest> last = Optional.of(response);
        boolean enough = rules.enough(all, subject.needed()) && rules.demandMet(all, subject.demanded());
        ProofState next = enough
                ? new Proven(kept, subject, List.copyOf(all), last, Optional.empty())
                : new Asking(
                        kept, subject, List.copyOf(all), tries, rules.spent(asked), Optional.empty(), askedAt, last);
        return Step.to(
                next,
                Outcome.PROVEN,
                Notes.good(
                        newHandle.isPresent() ? AuditType.MOVED : AuditType.PROVEN,
                        subject.audited(),
                        "method",
                        asked.kind().value()));
    }

    /** A challenge without guesses is dead (R-RATE-1). */
    private Step<ProofState, Outcome> wrong(Pending asked, Rules rules) {
        ProofState next = rules.triesLeft(tries, asked.kind()) ? this : with(tries, Optional.empty());
        return Step.to(
                next,
                Outcome.WRONG,
                Notes.bad(
                        AuditType.NOT_PROVEN,
                        Optional.empty(),
                        "method",
                        asked.kind().value()));
    }

    private Asking with(Tries newTries, Optional<Pending> newPending) {
        return new Asking(ticket, subject, proofs, newTries, newPending, wanted, askedAt, accepted);
    }

    @Override
    public Step<ProofState, Boolean> end(Ended.Why why, Rules rules, Instant now) {
        return Ended.from(ticket, subject.audited(), why);
    }
}
