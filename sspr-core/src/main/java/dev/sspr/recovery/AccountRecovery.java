package dev.sspr.recovery;

import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.VerificationSteps;
import dev.sspr.spi.Secret;
import java.time.Instant;
import java.util.Optional;

/**
 * The recovery of an account whose owner has lost every method: password, phone and mailbox. A waiting period begins,
 * and every address of the account is notified and can object with {@link #report} until it ends. Without an objection,
 * and with an approval where the policy requires one, the browser that began the recovery sets a new password.
 *
 * <p>A recovery depends only on the clock and survives restarts. An unknown name gets the same waiting period, which
 * never succeeds. Off unless a {@link dev.sspr.policy.RecoveryPolicy} is set. A recovery offers no methods, so {@link
 * #choose} and {@link #answer} are refused.
 *
 * <p><b>Security duty.</b> The handle is worth the account during the period: the host gives it to the user to keep,
 * such as in a cookie that outlives the browser.
 */
public interface AccountRecovery extends VerificationSteps {
    /**
     * Returns from when the new password may be set if no address objects.
     *
     * @param handle the handle of the flow
     * @return the time, for every name alike; it moves if notices go out late; empty if the handle opens nothing, and
     *     shortly after the start
     */
    Optional<Instant> dueAt(FlowHandle handle);

    /**
     * Returns the reference that the user reads out to the approver, such as by telephone. It names this recovery in
     * {@code HelpDesk.approveRecovery}. Show it only in the browser that began the recovery.
     *
     * @param handle the handle of the flow
     * @return 8 letters and digits, for every name alike; empty if the handle opens nothing
     */
    Optional<String> reference(FlowHandle handle);

    /**
     * Sets the new password when the waiting period is over. Call it again after any answer and any failure: it writes once.
     *
     * @param handle the handle of the flow
     * @param password the password as the user typed it; the caller wipes it
     * @return done, rejected with reasons, no longer possible, or refused
     */
    CompleteResult complete(FlowHandle handle, Secret password);
}
