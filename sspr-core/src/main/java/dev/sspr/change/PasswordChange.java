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
 * A known password is replaced: by choice, or because it must not stay. Each method is one post of a form.
 *
 * <p><b>Threads.</b> One instance serves all threads. <b>Blocking.</b> As long as the host's stores. <b>Failure.</b> What a
 * person can get wrong is a result; a broken backend is a {@link dev.sspr.flow.UnavailableException}, and the call may be
 * made again; a null argument is a {@link NullPointerException}. <b>Security duty.</b> The host takes the user from its own
 * session, never from the request (V-AUTHZ-4), and gives the browser a new session after {@link CompleteResult.Done}.
 */
public interface PasswordChange extends FlowSteps {
    /**
     * Begins a change.
     *
     * @param request who changes a password, and what the host knows of the sign-in
     * @param context where the call comes from
     * @return begun, with what it takes; or why not
     */
    ChangeStartResult begin(ChangeRequest request, FlowContext context);

    /**
     * Sets the new password, where the change asks for the current one. It may be called again after any answer and any
     * failure: it writes once.
     *
     * @param handle from {@link #begin}
     * @param location where the person is, as in the request
     * @param current the current password, as it was typed; the caller wipes it
     * @param next the new one, as it was typed; the caller wipes it
     * @return what became of it
     */
    PasswordChangeResult complete(FlowHandle handle, SmartLockout.Location location, Secret current, Secret next);

    /**
     * Sets the new password, where the change asks for no current one. Where it does, this is refused with
     * {@link PasswordChangeResult.WrongPassword}.
     *
     * @param handle from {@link #begin}
     * @param next the new password, as it was typed; the caller wipes it
     * @return what became of it
     */
    PasswordChangeResult complete(FlowHandle handle, Secret next);
}
