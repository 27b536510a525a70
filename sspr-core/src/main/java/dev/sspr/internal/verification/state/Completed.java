package dev.sspr.internal.verification.state;

import dev.sspr.flow.FlowStatus;
import dev.sspr.internal.engine.Step;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.UserId;
import java.time.Instant;
import java.util.Optional;

/** The commit and its follow-up are done; the owner may still report it once. */
public record Completed(FlowHeader header, UserId user, FlowEnded.Why why) implements FlowState {
    @Override
    public FlowStatus status(Guards guards, Instant now) {
        return why.done() ? FlowStatus.DONE : FlowStatus.ENDED;
    }

    @Override
    public Step<FlowState, Boolean> end(FlowEnded.Why said, Guards guards, Instant now) {
        if (said != FlowEnded.Why.REPORTED) {
            return Step.to(this, false);
        }
        FlowEnded.Why ended = why.done() ? FlowEnded.Why.DONE_REPORTED : FlowEnded.Why.REPORTED;
        return Step.to(
                new FlowEnded(header, ended),
                true,
                AuditEffects.bad(AuditType.REPORTED, Optional.of(user), "reason", ended.name()));
    }
}
