package dev.sspr.internal.engine;

import dev.sspr.spi.AuditEvent.Outcome;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.UserId;
import java.util.Map;
import java.util.Optional;

/** An action that runs after a state is stored. */
public sealed interface Effect {
    void run(EffectContext context, FlowId flow);

    record Note(AuditType type, Outcome outcome, Optional<UserId> user, Map<String, String> attributes)
            implements Effect {
        @Override
        public void run(EffectContext context, FlowId flow) {
            context.auditor().note(type, outcome, Optional.of(flow), user, attributes);
        }
    }

    /** Continues the background work of the flow on the executor. */
    record Wake() implements Effect {
        @Override
        public void run(EffectContext context, FlowId flow) {
            context.wake(flow);
        }
    }
}
