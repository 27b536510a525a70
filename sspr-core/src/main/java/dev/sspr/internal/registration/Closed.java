package dev.sspr.internal.registration;

import dev.sspr.internal.engine.Step;

/**
 * Over.
 *
 * @param header what every state keeps
 */
record Closed(RegistrationHeader header) implements RegistrationPhase {
    @Override
    public Step<RegistrationPhase, Boolean> closed() {
        return Step.to(this, false);
    }
}
