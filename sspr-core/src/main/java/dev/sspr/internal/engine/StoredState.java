package dev.sspr.internal.engine;

import dev.sspr.spi.FlowId;
import dev.sspr.spi.StoredFlow;

/**
 * A state with its stored version.
 *
 * @param <S> the flow's states
 */
public record StoredState<S>(StoredFlow stored, S state) {
    /** Returns the id of the flow. */
    public FlowId id() {
        return stored.id();
    }
}
