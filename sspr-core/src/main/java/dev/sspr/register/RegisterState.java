package dev.sspr.register;

import dev.sspr.internal.engine.Step;
import java.time.Instant;
import java.util.Optional;

/**
 * Where one registration stands. A state overrides the commands it allows; the rest are refused here, once (R-FLOW-1).
 */
sealed interface RegisterState permits Managing, Enrolling, Saving, Closed, Reversible {
    /** What every state keeps. */
    Ticket ticket();

    /** Begins an enrolment; one that was under way is over, and its code with it. */
    default Step<RegisterState, Optional<Denied>> enrol(Task task, RegisterRules rules, Instant now) {
        return denied(Denial.NOT_NOW);
    }

    /** Takes note that the message of the enrolment was sent once more. */
    default Step<RegisterState, Optional<Denied>> sentAgain(RegisterRules rules, Instant now) {
        return denied(Denial.NOT_NOW);
    }

    /** Pays for a try to confirm. */
    default Step<RegisterState, Paid> charge(RegisterRules rules, Instant now) {
        return Step.to(this, new Paid.Not(Denied.of(Denial.NOT_NOW)));
    }

    /** Gives a try back: nothing was compared. */
    default Step<RegisterState, Boolean> waited(Task task, RegisterRules rules) {
        return Step.to(this, false);
    }

    /** A response confirmed the enrolment that was paid for. */
    default Step<RegisterState, Boolean> confirmed(Task task, Change change, RegisterRules rules, Instant now) {
        return Step.to(this, false);
    }

    /** A method is to be removed. */
    default Step<RegisterState, Optional<Denied>> change(Change change, RegisterRules rules, Instant now) {
        return denied(Denial.NOT_NOW);
    }

    /** The change is stored. */
    default Step<RegisterState, Boolean> saved(Change change) {
        return Step.to(this, false);
    }

    /** The change will never be stored. */
    default Step<RegisterState, Boolean> unsaved(Change change) {
        return Step.to(this, false);
    }

    /** Keeps who is still to be told of a change. */
    default Step<RegisterState, Boolean> owing(Optional<Duty> left) {
        return Step.to(this, false);
    }

    /** The enrolment is given up. */
    default Step<RegisterState, Boolean> dropped() {
        return Step.to(this, false);
    }

    /** The person is done. */
    default Step<RegisterState, Boolean> closed() {
        return Step.to(new Closed(ticket()), true);
    }

    /** The refusal of a command. */
    default Step<RegisterState, Optional<Denied>> denied(Denial why) {
        return Step.to(this, Optional.of(Denied.of(why)));
    }

    /** What paying for a try brought. */
    sealed interface Paid {
        /** The response may be looked at, once, for this enrolment. */
        record With(Task task, int left) implements Paid {}

        /** It may not be looked at. */
        record Not(Denied why) implements Paid {}
    }
}
