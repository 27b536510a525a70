package dev.sspr.internal.proof;

import dev.sspr.flow.FlowStatus;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.internal.engine.Effect;
import dev.sspr.internal.engine.Step;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.Digest;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.MethodKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Begun; nobody has looked yet whose it is.
 *
 * @param ticket what every state keeps
 * @param login the canonical name that was typed
 * @param wanted the kind of method that is asked for
 * @param askedAt when something was last asked for
 */
record Opened(Ticket ticket, LoginName login, Optional<MethodKind> wanted, Instant askedAt) implements ProofState {
    @Override
    public FlowStatus status(Rules rules, Instant now) {
        return rules.live(ticket, now) ? FlowStatus.WAITING_FOR_PROOF : FlowStatus.ENDED;
    }

    @Override
    public Step<ProofState, Boolean> identified(Subject subject) {
        return Step.to(
                new Asking(ticket, subject, List.of(), Tries.NONE, Optional.empty(), wanted, askedAt, Optional.empty()),
                true,
                Notes.good(
                        AuditType.IDENTIFIED,
                        subject.audited(),
                        "result",
                        subject.reality().name()));
    }

    @Override
    public Step<ProofState, Boolean> waitsFor(Subject subject, Wait wait, Instant now) {
        return Step.to(
                Waiting.begun(ticket, subject, wait, now),
                true,
                Notes.good(
                        AuditType.IDENTIFIED,
                        subject.audited(),
                        "result",
                        subject.reality().name()),
                new Effect.Wake());
    }

    @Override
    public Step<ProofState, Optional<Refused>> choose(MethodKind kind, Rules rules, Instant now) {
        Optional<Refused> refused =
                Asking.refusedToSend(ticket, kind, wanted.equals(Optional.of(kind)), List.of(), Tries.NONE, rules, now);
        if (refused.isPresent()) {
            return Step.to(this, refused);
        }
        return Step.to(
                new Opened(ticket.sent(now.plus(rules.limits().sendGap())), login, Optional.of(kind), now),
                Optional.empty(),
                Notes.good(AuditType.METHOD_CHOSEN, Optional.empty(), "method", kind.value()),
                new Effect.Wake());
    }

    @Override
    public Step<ProofState, Optional<Refused>> resend(Rules rules, Instant now) {
        return wanted.isPresent() ? choose(wanted.get(), rules, now) : ProofState.super.resend(rules, now);
    }

    /** A guess before any message is out can only be wrong, and there is nothing to compare it with. */
    @Override
    public Step<ProofState, Paid> charge(FlowId flow, Digest response, Rules rules, Instant now) {
        return Step.to(this, new Paid.Not(Refused.of(rules.live(ticket, now) ? Refusal.NOT_NOW : Refusal.GONE)));
    }

    @Override
    public Step<ProofState, Boolean> end(Ended.Why why, Rules rules, Instant now) {
        return Ended.from(ticket, Optional.empty(), why);
    }
}
