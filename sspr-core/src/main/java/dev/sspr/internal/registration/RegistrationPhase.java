package dev.sspr.internal.registration;

import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.internal.engine.Step;
import dev.sspr.spi.Purpose;
import java.time.Instant;
import java.util.Optional;

/**
 * Where one registration stands. A state overrides the commands it allows; the rest are refused here, once (R-FLOW-1).
 */
public sealed interface RegistrationPhase permits Idle, Enrolling, Saving, Closed, RevertWindow {
    /** What every state keeps. */
    RegistrationHeader header();

    /** Begins an enrolment; one that was under way is over, and its code with it. */
    default Step<RegistrationPhase, Optional<Refused>> enrol(
            EnrolmentInProgress inProgress, RegistrationGuards guards, Instant now) {
        return denied(Refusal.NOT_NOW);
    }

    /** Takes note that the message of the enrolment was sent once more. */
    default Step<RegistrationPhase, Optional<Refused>> sentAgain(RegistrationGuards guards, Instant now) {
        return denied(Refusal.NOT_NOW);
    }

    /** Pays for a try to confirm. */
    default Step<RegistrationPhase, ChargeResult> charge(RegistrationGuards guards, Instant now) {
        return Step.to(this, new ChargeResult.NotCharged(Refused.of(Purpose.REGISTER, Refusal.NOT_NOW)));
    }

    /** Gives a try back: nothing was compared. */
    default Step<RegistrationPhase, Boolean> waited(EnrolmentInProgress inProgress, RegistrationGuards guards) {
        return Step.to(this, false);
    }

    /** A response confirmed the enrolment that was paid for. */
    default Step<RegistrationPhase, Boolean> confirmed(
            EnrolmentInProgress inProgress, MethodChange methodChange, RegistrationGuards guards, Instant now) {
        return Step.to(this, false);
    }

    /** A method is to be removed. */
    default Step<RegistrationPhase, Optional<Refused>> change(
            MethodChange methodChange, RegistrationGuards guards, Instant now) {
        return denied(Refusal.NOT_NOW);
    }

    /** The change is stored. */
    default Step<RegistrationPhase, Boolean> saved(MethodChange methodChange) {
        return Step.to(this, false);
    }

    /** The change will never be stored. */
    default Step<RegistrationPhase, Boolean> unsaved(MethodChange methodChange) {
        return Step.to(this, false);
    }

    /** Keeps who is still to be told of a change. */
    default Step<RegistrationPhase, Boolean> owing(Optional<PendingChangeNotice> left) {
        return Step.to(this, false);
    }

    /** The enrolment is given up. */
    default Step<RegistrationPhase, Boolean> dropped() {
        return Step.to(this, false);
    }

    /** The person is done. */
    default Step<RegistrationPhase, Boolean> closed() {
        return Step.to(new Closed(header()), true);
    }

    /** The refusal of a command. */
    default Step<RegistrationPhase, Optional<Refused>> denied(Refusal why) {
        return Step.to(this, Optional.of(Refused.of(Purpose.REGISTER, why)));
    }

    /** What paying for a try brought. */
    sealed interface ChargeResult {
        /** The response may be looked at, once, for this enrolment. */
        record Charged(EnrolmentInProgress inProgress, int left) implements ChargeResult {}

        /** It may not be looked at. */
        record NotCharged(Refused why) implements ChargeResult {}
    }
}
