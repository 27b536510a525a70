package dev.sspr.internal.registration;

import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.internal.engine.Step;
import dev.sspr.spi.Purpose;
import java.time.Instant;
import java.util.Optional;

/** Waits for the user to prove possession of the method that is being enrolled. */
record Enrolling(RegistrationHeader header, EnrolmentInProgress inProgress, int tries, Instant nextSendAt)
        implements RegistrationPhase {
    static Step<RegistrationPhase, Optional<Refused>> begin(
            RegistrationPhase from, EnrolmentInProgress inProgress, RegistrationGuards guards, Instant now) {
        return guards.live(from.header(), now)
                ? Step.to(new Enrolling(from.header(), inProgress, 0, guards.nextSend(now)), Optional.empty())
                : from.denied(Refusal.GONE);
    }

    @Override
    public Step<RegistrationPhase, Optional<Refused>> enrol(
            EnrolmentInProgress other, RegistrationGuards guards, Instant now) {
        return begin(this, other, guards, now);
    }

    @Override
    public Step<RegistrationPhase, Optional<Refused>> sentAgain(RegistrationGuards guards, Instant now) {
        if (!guards.live(header, now)) {
            return denied(Refusal.GONE);
        }
        if (!guards.fresh(inProgress, now)) {
            return Step.to(over(), Optional.of(Refused.of(Purpose.REGISTER, Refusal.CHALLENGE_EXPIRED)));
        }
        return now.isBefore(nextSendAt)
                ? Step.to(this, Optional.of(Refused.until(Purpose.REGISTER, nextSendAt)))
                : Step.to(new Enrolling(header, inProgress, tries, guards.nextSend(now)), Optional.empty());
    }

    @Override
    public Step<RegistrationPhase, ChargeResult> charge(RegistrationGuards guards, Instant now) {
        Optional<Refusal> not = !guards.live(header, now)
                ? Optional.of(Refusal.GONE)
                : !guards.fresh(inProgress, now)
                        ? Optional.of(Refusal.CHALLENGE_EXPIRED)
                        : guards.triesLeft(tries) ? Optional.empty() : Optional.of(Refusal.TOO_MANY_TRIES);
        return not.isPresent()
                ? Step.to(
                        not.get() == Refusal.CHALLENGE_EXPIRED ? over() : this,
                        new ChargeResult.NotCharged(Refused.of(Purpose.REGISTER, not.get())))
                : Step.to(
                        new Enrolling(header, inProgress, tries + 1, nextSendAt),
                        new ChargeResult.Charged(inProgress, guards.left(tries + 1)));
    }

    /** Ends an enrolment that was seen after its end, so that a clock that is set back does not revive it. */
    private RegistrationPhase over() {
        EnrolmentInProgress over = inProgress.over();
        return over.equals(inProgress) ? this : new Enrolling(header, over, tries, nextSendAt);
    }

    @Override
    public Step<RegistrationPhase, Boolean> waited(EnrolmentInProgress waiting, RegistrationGuards guards) {
        return guards.sameTask(inProgress, waiting)
                ? Step.to(new Enrolling(header, inProgress, Math.max(0, tries - 1), nextSendAt), true)
                : Step.to(this, false);
    }

    @Override
    public Step<RegistrationPhase, Boolean> confirmed(
            EnrolmentInProgress paid, MethodChange methodChange, RegistrationGuards guards, Instant now) {
        return guards.live(header, now) && guards.fresh(inProgress, now) && guards.sameTask(inProgress, paid)
                ? Step.to(new Saving(header, methodChange, now), true)
                : Step.to(this, false);
    }

    @Override
    public Step<RegistrationPhase, Boolean> dropped() {
        return Step.to(new Idle(header), true);
    }
}
