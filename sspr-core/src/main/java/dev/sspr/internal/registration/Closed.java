package dev.sspr.internal.registration;

import dev.sspr.internal.engine.Step;

/** A registration that is over. */
record Closed(RegistrationHeader header) implements RegistrationPhase {
    @Override
    public Step<RegistrationPhase, Boolean> closed() {
        return Step.to(this, false);
    }
}
