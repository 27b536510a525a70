package dev.sspr.admin;

import dev.sspr.flow.HelpDeskResult;
import dev.sspr.flow.UnavailableException;
import dev.sspr.oath.OathToken;
import dev.sspr.policy.MethodPolicy.AccessPassUse;
import dev.sspr.spi.AdminAction;
import dev.sspr.spi.Secret;
import java.time.Duration;
import java.time.Instant;

/**
 * The help desk: an administrator acts on the account of another user and learns none of its passwords, codes or links
 * (R-ADM-1). Each call asks the authorizer and reads both accounts anew. It is refused for the actor's own account, for
 * another tenant, and for an account more privileged than the actor. Each call is audited once, with actor and reason.
 * The user is notified of every operation that was done, except inspections.
 *
 * <p><b>Threads.</b> One instance serves all threads. <b>Blocking.</b> As long as the host's stores and notifiers.
 * <b>Failure.</b> An actor's mistake or missing permission is a result. A failed backend, the authorizer included, is
 * an {@link UnavailableException}: the user is notified in case the operation was done, and the call may be made again.
 * A null argument is a {@link NullPointerException}. <b>Security duty.</b> The host passes the account of its own
 * session as the actor, and protects its forms against cross-site requests.
 */
public interface HelpDesk {
    /**
     * Shows the state of an account.
     *
     * @param help actor, user and reason
     * @return the state
     */
    HelpDeskResult<AccountView> inspect(HelpDeskRequest help);

    /**
     * Issues an access pass, which the actor hands over. An earlier pass of the user becomes void (TAP-04).
     *
     * @param help actor, user and reason
     * @param from the start of its validity, now or later
     * @param life its lifetime, within the policy
     * @param use how often it works
     * @return the pass, to show once; it is not stored in this form
     * @throws IllegalArgumentException if the life is out of bounds
     */
    HelpDeskResult<Secret> issuePass(HelpDeskRequest help, Instant from, Duration life, AccessPassUse use);

    /**
     * Withdraws the user's access pass, if there is one.
     *
     * @param help actor, user and reason
     * @return withdrawn
     */
    HelpDeskResult<AdminAction> withdrawPass(HelpDeskRequest help);

    /**
     * Begins a reset for the user. A link goes to the user's own mailbox, and the user continues with {@code
     * PasswordReset.continueHere} and the usual proofs. The actor gets no access to it.
     *
     * @param help actor, user and reason
     * @return until when the link works
     */
    HelpDeskResult<Instant> startReset(HelpDeskRequest help);

    /**
     * Requires the user to register again. Phones, apps and passkeys are removed, hardware tokens must be activated
     * again, addresses and questions stay (REG-17).
     *
     * @param help actor, user and reason
     * @return required
     */
    HelpDeskResult<AdminAction> requireRegistration(HelpDeskRequest help);

    /**
     * Removes a method of the user; it cannot be undone.
     *
     * @param help actor, user and reason
     * @param methodId as {@link #inspect} shows it
     * @return removed, or there is no such method
     */
    HelpDeskResult<AdminAction> removeMethod(HelpDeskRequest help, String methodId);

    /**
     * Assigns a hardware token to the user, who activates it by enrolling its kind.
     *
     * @param help actor, user and reason
     * @param token the vendor's data, such as a row of {@link dev.sspr.oath.OathCsv}
     * @return assigned, or why not
     */
    HelpDeskResult<AdminAction> assignToken(HelpDeskRequest help, OathToken token);

    /**
     * Resets the user's rate limits of guesses, messages, prompts and passes, and enables methods that failures have
     * disabled.
     *
     * @param help actor, user and reason
     * @return unblocked
     */
    HelpDeskResult<AdminAction> unblock(HelpDeskRequest help);

    /**
     * Does the same, and also resets the limit of flow starts for a login name. That limit is kept by name, known or
     * unknown, so the actor types the name.
     *
     * @param help actor, user and reason
     * @param login the name as the actor typed it
     * @return unblocked, or the name is not the user's
     */
    HelpDeskResult<AdminAction> unblock(HelpDeskRequest help, String login);

    /**
     * Lifts the lock of failed sign-ins. A disabled account stays disabled (R-FLOW-8).
     *
     * @param help actor, user and reason
     * @return unlocked, or not configured
     */
    HelpDeskResult<AdminAction> unlock(HelpDeskRequest help);

    /**
     * Clears the wrong passwords that the sign-in has counted for the account.
     *
     * @param help actor, user and reason
     * @return cleared, or not configured
     */
    HelpDeskResult<AdminAction> clearLockout(HelpDeskRequest help);

    /**
     * Disables self-service for the user and ends all open flows (R-SESS-4).
     *
     * @param help actor, user and reason
     * @return disabled
     */
    HelpDeskResult<AdminAction> disableSelfService(HelpDeskRequest help);

    /**
     * Enables self-service again. If the user store disables it, it stays disabled.
     *
     * @param help actor, user and reason
     * @return enabled
     */
    HelpDeskResult<AdminAction> enableSelfService(HelpDeskRequest help);

    /**
     * Approves a recovery: its user may set a new password after the waiting period. Any caller can begin a recovery of
     * this account, so the actor identifies the user and types the reference that <em>the user's</em> browser shows.
     *
     * @param help actor, user and reason
     * @param reference as the user reads it out; case, spaces and hyphens do not matter
     * @return approved, now or before; or no recovery of this account waits under this reference, or the actor began it
     *     (the host says so in {@link dev.sspr.flow.FlowContext#agent})
     */
    HelpDeskResult<AdminAction> approveRecovery(HelpDeskRequest help, String reference);
}
