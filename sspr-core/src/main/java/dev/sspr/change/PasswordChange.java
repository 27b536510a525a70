package dev.sspr.change;

import dev.sspr.flow.ChangeStartResult;
import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.FlowSteps;
import dev.sspr.flow.PasswordChangeResult;
import dev.sspr.lockout.SmartLockout;
import dev.sspr.spi.Secret;

/**
 * Replaces a known password, voluntarily or because it must be changed. Each method is one form post.
 *
 * <p><b>Threads.</b> One instance serves all threads. <b>Blocking.</b> As long as the host's stores. <b>Failure.</b> A
 * user's mistake is a result. A failed backend is a {@link dev.sspr.flow.UnavailableException}, and the call may be
 * made again. A null argument is a {@link NullPointerException}. <b>Security duty.</b> The host takes the user from its
 * own session, never from the request (V-AUTHZ-4), and gives the browser a new session after {@link
 * CompleteResult.Done}.
 */
public interface PasswordChange extends FlowSteps {
    /**
     * Begins a change.
     *
     * @param request the evidence of the sign-in
     * @param context the origin of the call
     * @return begun, with the required evidence; or refused
     */
    ChangeStartResult begin(ChangeRequest request, FlowContext context);

    /**
     * Sets the new password if the change requires the current one. Call it again after any result and any failure: it
     * writes once.
     *
     * @param handle from {@link #begin}
     * @param location as in the request
     * @param current the current password as the user typed it; the caller wipes it
     * @param next the new password as the user typed it; the caller wipes it
     * @return the result
     */
    PasswordChangeResult complete(FlowHandle handle, SmartLockout.Location location, Secret current, Secret next);

    /**
     * Sets the new password if the change does not require the current one; otherwise the result is {@link
     * PasswordChangeResult.WrongPassword}.
     *
     * @param handle from {@link #begin}
     * @param next the new password as the user typed it; the caller wipes it
     * @return the result
     */
    PasswordChangeResult complete(FlowHandle handle, Secret next);
}
