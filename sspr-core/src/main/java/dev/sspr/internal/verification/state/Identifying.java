package dev.sspr.internal.verification.state;

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
import dev.sspr.spi.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The flow has begun; its account is not looked up yet.
 *
 * @param login the canonical name
 * @param wanted the kind of method that is asked for
 * @param askedAt when a challenge was last asked for
 * @param begunBy the agent who began it for the user
 */
public record Identifying(
        FlowHeader header, LoginName login, Optional<MethodKind> wanted, Instant askedAt, Optional<UserId> begunBy)
        implements FlowState {
    public Identifying(FlowHeader header, LoginName login, Optional<MethodKind> wanted, Instant askedAt) {
        this(header, login, wanted, askedAt, Optional.empty());
    }

    /** Shows the agent only if there is one. */
    @Override
    public String toString() {
        return "Identifying[header=" + header + ", login=" + login + ", wanted=" + wanted + ", askedAt=" + askedAt
                + begunBy.map(agent -> ", begunBy=" + agent).orElse("") + "]";
    }

    @Override
    public FlowStatus status(Guards guards, Instant now) {
        if (!guards.live(header, now)) {
            return FlowStatus.ENDED;
        }
        return guards.waits() ? FlowStatus.WAITING_PERIOD : FlowStatus.WAITING_FOR_PROOF;
    }

    @Override
    public Step<FlowState, Boolean> identified(Subject subject) {
        return Step.to(
                new AwaitingResponse(
                        header,
                        subject,
                        List.of(),
                        AttemptCounts.NONE,
                        Optional.empty(),
                        wanted,
                        askedAt,
                        Optional.empty()),
                true,
                AuditEffects.good(
                        AuditType.IDENTIFIED,
                        subject.audited(),
                        "result",
                        subject.reality().audited()));
    }

    @Override
    public Step<FlowState, Boolean> waitsFor(Subject subject, WaitingPeriod waitingPeriod, Instant now) {
        return Step.to(
                Waiting.begun(header, subject, waitingPeriod, now).begunBy(begunBy),
                true,
                AuditEffects.good(
                        AuditType.IDENTIFIED,
                        subject.audited(),
                        "result",
                        subject.reality().audited()),
                new Effect.Wake());
    }

    @Override
    public Step<FlowState, Optional<Refused>> choose(MethodKind kind, Guards guards, Instant now) {
        if (guards.waits()) {
            return FlowState.super.choose(kind, guards, now);
        }
        Optional<Refused> refused = AwaitingResponse.refusedToSend(
                header, kind, wanted.equals(Optional.of(kind)), List.of(), AttemptCounts.NONE, guards, now);
        if (refused.isPresent()) {
            return Step.to(this, refused);
        }
        return Step.to(
                new Identifying(
                        header.sent(now.plus(guards.limits().sendGap())), login, Optional.of(kind), now, begunBy),
                Optional.empty(),
                AuditEffects.good(AuditType.METHOD_CHOSEN, Optional.empty(), "method", kind.value()),
                new Effect.Wake());
    }

    @Override
    public Step<FlowState, Optional<Refused>> resend(Guards guards, Instant now) {
        return wanted.isPresent() ? choose(wanted.get(), guards, now) : FlowState.super.resend(guards, now);
    }

    /** Before a challenge exists there is nothing to compare a guess with; refused as after the look-up. */
    @Override
    public Step<FlowState, ChargeResult> charge(FlowId flow, Digest response, Guards guards, Instant now) {
        return ChargeResult.NotCharged.step(this, guards.live(header, now) ? Refusal.NOT_NOW : Refusal.GONE);
    }

    @Override
    public Step<FlowState, Boolean> end(FlowEnded.Why why, Guards guards, Instant now) {
        return FlowEnded.from(header, Optional.empty(), why);
    }
}
