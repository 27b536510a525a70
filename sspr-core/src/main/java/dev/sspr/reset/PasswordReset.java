package dev.sspr.reset;

import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.VerificationSteps;
import dev.sspr.spi.Secret;

/** The reset of a forgotten password: the user proves to be the account owner, then sets a new password. */
public interface PasswordReset extends VerificationSteps {
    /**
     * Sets the new password. Call it again after any answer and any failure: it writes once.
     *
     * @param handle the handle of the flow
     * @param password the password as the user typed it; the caller wipes it
     * @return done, rejected with reasons, no longer possible, or refused
     */
    CompleteResult complete(FlowHandle handle, Secret password);
}
