package dev.sspr.register;

import dev.sspr.flow.RegisteredMethodView;
import dev.sspr.flow.SecurityInfoView;
import dev.sspr.spi.Finding;
import java.util.List;

/** What a response to an enrolment brought. */
public sealed interface ConfirmResult
        permits ConfirmResult.Registered,
                ConfirmResult.NotConfirmed,
                ConfirmResult.Waiting,
                ConfirmResult.Rejected,
                Denied {
    /**
     * The method is registered.
     *
     * @param method the method
     * @param securityInfoView what there is now
     */
    record Registered(RegisteredMethodView method, SecurityInfoView securityInfoView) implements ConfirmResult {}

    /**
     * The response was wrong.
     *
     * @param triesLeft how many this enrolment has left
     */
    record NotConfirmed(int triesLeft) implements ConfirmResult {}

    /** The person has not answered yet on the device that was asked; ask again. */
    record Waiting() implements ConfirmResult {}

    /**
     * The response is understood and cannot be taken.
     *
     * @param findings why, at least one
     */
    record Rejected(List<Finding> findings) implements ConfirmResult {
        /** Copies the list. */
        public Rejected {
            findings = List.copyOf(findings);
        }
    }
}
