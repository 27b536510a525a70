package dev.sspr.internal.registration;

import dev.sspr.internal.engine.Step;
import java.time.Instant;

/**
 * A change is being stored. After a crash, the next reader checks whether it was stored, and notifies the owner then.
 */
record Saving(RegistrationHeader header, MethodChange methodChange, Instant since) implements RegistrationPhase {
    @Override
    public Step<RegistrationPhase, Boolean> saved(MethodChange done) {
        RegistrationHeader next = methodChange.comes().isPresent() ? header.showing(methodChange.kind()) : header;
        return methodChange.id().equals(done.id()) ? Step.to(new Idle(next), true) : Step.to(this, false);
    }

    @Override
    public Step<RegistrationPhase, Boolean> unsaved(MethodChange given) {
        return methodChange.id().equals(given.id()) ? Step.to(new Idle(header), true) : Step.to(this, false);
    }

    /** The pending work finishes first. */
    @Override
    public Step<RegistrationPhase, Boolean> closed() {
        return Step.to(this, false);
    }
}
