package dev.sspr.register;

import dev.sspr.spi.Finding;
import java.util.List;

/** What a response to an enrolment brought. */
public sealed interface ConfirmResult
        permits ConfirmResult.Registered,
                ConfirmResult.NotConfirmed,
                ConfirmResult.Waiting,
                ConfirmResult.Unfit,
                Denied {
    /**
     * The method is registered.
     *
     * @param method the method
     * @param overview what there is now
     */
    record Registered(HeldMethod method, Overview overview) implements ConfirmResult {}

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
    record Unfit(List<Finding> findings) implements ConfirmResult {
        /**
         * Copies the list.
         *
         * @param findings as above
         */
        public Unfit {
            findings = List.copyOf(findings);
        }
    }
}
