package dev.sspr.internal.registration;

import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.internal.engine.PendingNotice;
import dev.sspr.internal.engine.Step;
import dev.sspr.spi.Purpose;
import java.time.Instant;
import java.util.Optional;

/**
 * The state of one registration. A state overrides the commands that it allows; the rest are refused here (R-FLOW-1).
 */
public sealed interface RegistrationPhase permits Idle, Enrolling, Saving, Closed, RevertWindow {
    /** Returns the fields of every state. */
    RegistrationHeader header();

    /** Begins an enrolment; a pending one and its code become void. */
    default Step<RegistrationPhase, Optional<Refused>> enrol(
            EnrolmentInProgress inProgress, RegistrationGuards guards, Instant now) {
        return denied(Refusal.NOT_NOW);
    }

    /** Records that the message of the enrolment was sent again. */
    default Step<RegistrationPhase, Optional<Refused>> sentAgain(RegistrationGuards guards, Instant now) {
        return denied(Refusal.NOT_NOW);
    }

    /** Charges an attempt to confirm. */
    default Step<RegistrationPhase, ChargeResult> charge(RegistrationGuards guards, Instant now) {
        return Step.to(this, new ChargeResult.NotCharged(Refused.of(Purpose.REGISTER, Refusal.NOT_NOW)));
    }

    /** Refunds an attempt: nothing was compared. */
    default Step<RegistrationPhase, Boolean> waited(EnrolmentInProgress inProgress, RegistrationGuards guards) {
        return Step.to(this, false);
    }

    /** Records that a response confirmed the charged enrolment. */
    default Step<RegistrationPhase, Boolean> confirmed(
            EnrolmentInProgress inProgress, MethodChange methodChange, RegistrationGuards guards, Instant now) {
        return Step.to(this, false);
    }

    /** Begins to store a change. */
    default Step<RegistrationPhase, Optional<Refused>> change(
            MethodChange methodChange, RegistrationGuards guards, Instant now) {
        return denied(Refusal.NOT_NOW);
    }

    /** Records that the change is stored. */
    default Step<RegistrationPhase, Boolean> saved(MethodChange methodChange) {
        return Step.to(this, false);
    }

    /** Records that the change will never be stored. */
    default Step<RegistrationPhase, Boolean> unsaved(MethodChange methodChange) {
        return Step.to(this, false);
    }

    /** Keeps the pending notice of a change. */
    default Step<RegistrationPhase, Boolean> owing(Optional<PendingChangeNotice> left) {
        return Step.to(this, false);
    }

    /** Keeps the end of the sessions that is not confirmed yet. */
    default Step<RegistrationPhase, Boolean> owingSessions(Optional<PendingNotice> left) {
        return Step.to(this, false);
    }

    /** Cancels the enrolment. */
    default Step<RegistrationPhase, Boolean> dropped() {
        return Step.to(this, false);
    }

    /** Closes the registration. */
    default Step<RegistrationPhase, Boolean> closed() {
        return Step.to(new Closed(header()), true);
    }

    /** Refuses a command. */
    default Step<RegistrationPhase, Optional<Refused>> denied(Refusal why) {
        return Step.to(this, Optional.of(Refused.of(Purpose.REGISTER, why)));
    }

    /** The result of charging an attempt. */
    sealed interface ChargeResult {
        /** The response may be checked once, for this enrolment. */
        record Charged(EnrolmentInProgress inProgress, int left) implements ChargeResult {}

        /** The response may not be checked. */
        record NotCharged(Refused why) implements ChargeResult {}
    }
}
