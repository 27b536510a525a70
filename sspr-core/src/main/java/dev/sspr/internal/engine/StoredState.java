package dev.sspr.internal.engine;

import dev.sspr.spi.FlowId;
import dev.sspr.spi.StoredFlow;

/**
 * A state with the version it was stored as.
 *
 * @param <S> the flow's states
 */
public record StoredState<S>(StoredFlow stored, S state) {
    /** Which flow. */
    public FlowId id() {
        return stored.id();
    }
}
