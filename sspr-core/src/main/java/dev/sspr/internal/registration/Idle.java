package dev.sspr.internal.registration;

import dev.sspr.internal.engine.Step;
import dev.sspr.register.Denial;
import dev.sspr.register.Denied;
import java.time.Instant;
import java.util.Optional;

/**
 * Open, with nothing under way.
 *
 * @param header what every state keeps
 */
record Idle(RegistrationHeader header) implements RegistrationPhase {
    @Override
    public Step<RegistrationPhase, Optional<Denied>> enrol(
            EnrolmentInProgress inProgress, RegistrationGuards guards, Instant now) {
        return Enrolling.begin(this, inProgress, guards, now);
    }

    @Override
    public Step<RegistrationPhase, Optional<Denied>> change(
            MethodChange methodChange, RegistrationGuards guards, Instant now) {
        return guards.live(header, now)
                ? Step.to(new Saving(header, methodChange, now), Optional.empty())
                : denied(Denial.GONE);
    }
}
