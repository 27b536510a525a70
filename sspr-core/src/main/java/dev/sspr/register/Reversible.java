package dev.sspr.register;

import dev.sspr.internal.engine.Step;
import dev.sspr.spi.Digest;

/**
 * A change that can be undone from another address, by a link of its own; it lives beside the registration that made it.
 *
 * @param ticket whose, and until when
 * @param change which
 */
record Reversible(Ticket ticket, Digest change) implements RegisterState {
    @Override
    public Step<RegisterState, Boolean> closed() {
        return Step.to(this, false);
    }
}
