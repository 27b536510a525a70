package dev.sspr.register;

import dev.sspr.internal.engine.Step;
import dev.sspr.spi.Digest;
import java.util.Optional;

/**
 * A change that can be undone from another address, by a link of its own; it lives beside the registration that made it.
 *
 * @param ticket whose, and until when
 * @param change which
 * @param duty who is still to be told, if not everybody was
 */
record Reversible(Ticket ticket, Digest change, Optional<Duty> duty) implements RegisterState {
    @Override
    public Step<RegisterState, Boolean> owing(Optional<Duty> left) {
        return Step.to(new Reversible(ticket, change, left), true);
    }

    @Override
    public Step<RegisterState, Boolean> closed() {
        return Step.to(this, false);
    }
}
