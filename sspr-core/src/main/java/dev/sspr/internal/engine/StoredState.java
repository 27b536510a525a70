package dev.sspr.internal.engine;

import dev.sspr.spi.FlowId;
import dev.sspr.spi.StoredFlow;

/** A state with its stored version. */
public record StoredState<S>(StoredFlow stored, S state) {
    public FlowId id() {
        return stored.id();
    }
}
