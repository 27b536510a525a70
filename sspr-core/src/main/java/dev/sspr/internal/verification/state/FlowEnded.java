package dev.sspr.internal.verification.state;

import dev.sspr.flow.FlowStatus;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.internal.engine.Step;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.Digest;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.UserId;
import java.time.Instant;
import java.util.Optional;

/** The flow is over; it allows no command and holds no usable value (R-FLOW-9). */
public record FlowEnded(FlowHeader header, Why why) implements FlowState {
    public enum Why {
        DONE,
        DONE_SESSIONS_UNCONFIRMED,
        /** Done, and then reported by the owner. */
        DONE_REPORTED,
        CANCELLED,
        REPORTED,
        EXPIRED,
        SUPERSEDED,
        ACCOUNT_NOT_USABLE,
        MORE_PROOFS_NEEDED,
        /** Done in one of two stores. */
        DONE_PARTLY,
        DONE_PARTLY_SESSIONS_UNCONFIRMED,
        /** It is not known whether the password was set. */
        UNCONFIRMED;

        public boolean done() {
            return this == DONE || this == DONE_SESSIONS_UNCONFIRMED || this == DONE_REPORTED || partly();
        }

        public boolean partly() {
            return this == DONE_PARTLY || this == DONE_PARTLY_SESSIONS_UNCONFIRMED;
        }

        public boolean sessionsLeft() {
            return this != DONE && this != DONE_PARTLY;
        }

        static Why of(FinishingCommit.Tasks left) {
            if (left.reach() == FinishingCommit.Reach.UNCONFIRMED) {
                return UNCONFIRMED;
            }
            if (left.reach() == FinishingCommit.Reach.ONE_STORE) {
                return left.sessions() ? DONE_PARTLY_SESSIONS_UNCONFIRMED : DONE_PARTLY;
            }
            return left.sessions() ? DONE_SESSIONS_UNCONFIRMED : DONE;
        }

        /** Returns whether the engine, not a user, has ended it. */
        boolean byEngine() {
            return this != CANCELLED && this != REPORTED;
        }
    }

    static Step<FlowState, Boolean> from(FlowHeader header, Optional<UserId> user, Why why) {
        AuditType type = why == Why.CANCELLED
                ? AuditType.CANCELLED
                : why == Why.REPORTED ? AuditType.REPORTED : AuditType.CLOSED;
        return Step.to(new FlowEnded(header, why), true, AuditEffects.bad(type, user, "reason", why.name()));
    }

    /** An expired flow is gone, whether its end was stored or only read from the clock. */
    @Override
    public Step<FlowState, Optional<Refused>> choose(MethodKind kind, Guards guards, Instant now) {
        return why == Why.EXPIRED ? gone() : FlowState.super.choose(kind, guards, now);
    }

    @Override
    public Step<FlowState, Optional<Refused>> resend(Guards guards, Instant now) {
        return why == Why.EXPIRED ? gone() : FlowState.super.resend(guards, now);
    }

    @Override
    public Step<FlowState, ChargeResult> charge(FlowId flow, Digest response, Guards guards, Instant now) {
        return why == Why.EXPIRED
                ? Step.to(this, new ChargeResult.NotCharged(Refused.of(Refusal.GONE)))
                : FlowState.super.charge(flow, response, guards, now);
    }

    private Step<FlowState, Optional<Refused>> gone() {
        return Step.to(this, Optional.of(Refused.of(Refusal.GONE)));
    }

    @Override
    public FlowStatus status(Guards guards, Instant now) {
        return why.done() ? FlowStatus.DONE : FlowStatus.ENDED;
    }
}
