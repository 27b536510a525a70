package dev.sspr.register;

import dev.sspr.internal.engine.Step;

/**
 * Over.
 *
 * @param ticket what every state keeps
 */
record Closed(Ticket ticket) implements RegisterState {
    @Override
    public Step<RegisterState, Boolean> closed() {
        return Step.to(this, false);
    }
}
