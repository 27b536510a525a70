package dev.sspr.internal.proof;

import dev.sspr.flow.FlowStatus;
import dev.sspr.internal.engine.Step;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * Done, and all that must follow too. Its owner may still say "this was not me", once; nothing else is left to do.
 *
 * @param ticket what every state keeps
 * @param user the account for which it was done
 * @param why how it was done
 */
record Settled(Ticket ticket, UserId user, Ended.Why why) implements ProofState {
    @Override
    public FlowStatus status(Rules rules, Instant now) {
        return FlowStatus.DONE;
    }

    @Override
    public Step<ProofState, Boolean> end(Ended.Why said, Rules rules, Instant now) {
        return said == Ended.Why.REPORTED
                ? Step.to(
                        new Ended(ticket, Ended.Why.DONE_REPORTED),
                        true,
                        Notes.bad(AuditType.REPORTED, Optional.of(user), "reason", Ended.Why.DONE_REPORTED.name()))
                : Step.to(this, false);
    }
}
