package dev.sspr.internal.registration;

import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.internal.engine.Step;
import java.time.Instant;
import java.util.Optional;

/** Open, without a pending enrolment or change. */
record Idle(RegistrationHeader header) implements RegistrationPhase {
    @Override
    public Step<RegistrationPhase, Optional<Refused>> enrol(
            EnrolmentInProgress inProgress, RegistrationGuards guards, Instant now) {
        return Enrolling.begin(this, inProgress, guards, now);
    }

    @Override
    public Step<RegistrationPhase, Optional<Refused>> change(
            MethodChange methodChange, RegistrationGuards guards, Instant now) {
        return guards.live(header, now)
                ? Step.to(new Saving(header, methodChange, now), Optional.empty())
                : denied(Refusal.GONE);
    }
}
