package dev.sspr.internal.engine;

import dev.sspr.spi.AuditEvent.Outcome;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.UserId;
import java.util.Map;
import java.util.Optional;

/** Something to do to the world once a state is stored. Each runs itself, so a new one is one record here. */
public sealed interface Effect {
    /** Does it. */
    void run(EffectContext context, FlowId flow);

    /** Takes note of what happened. */
    record Note(AuditType type, Outcome outcome, Optional<UserId> user, Map<String, String> attributes)
            implements Effect {
        @Override
        public void run(EffectContext context, FlowId flow) {
            context.auditor().note(type, outcome, Optional.of(flow), user, attributes);
        }
    }

    /** Lets the flow's own job go on, away from the caller's thread. */
    record Wake() implements Effect {
        @Override
        public void run(EffectContext context, FlowId flow) {
            context.wake(flow);
        }
    }
}
