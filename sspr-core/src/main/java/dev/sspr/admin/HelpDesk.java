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
 * The help desk: somebody with the right to do so helps somebody else, and learns no password, code or link of theirs
 * (R-ADM-1). Each call asks the authorizer anew and reads both accounts anew; it is refused for oneself, for another tenant
 * and for anybody more privileged. Each is audited once, with actor and reason, done or refused; the person is told of each
 * that was done, but for a look, which changes nothing.
 *
 * <p><b>Threads.</b> One instance serves all threads. <b>Blocking.</b> As long as the host's stores and notifiers.
 * <b>Failure.</b> What an actor can get wrong or may not do is a result; a broken backend, the authorizer included, is an
 * {@link UnavailableException}: then the person is told in case it was done, and the call may be made again. A null argument
 * is a {@link NullPointerException}. <b>Security duty.</b> The host passes the account of its own session as the actor, and
 * posts forms with its own protection against cross-site requests.
 */
public interface HelpDesk {
    /**
     * Looks at where a person stands.
     *
     * @param help who looks at whom, and why
     * @return what there is to see
     */
    HelpDeskResult<AccountView> inspect(HelpDeskRequest help);

    /**
     * Issues an access pass, which the actor hands over; one that the person had is void (TAP-04).
     *
     * @param help who helps whom, and why
     * @param from when it begins to work, now or later
     * @param life how long it works, within the policy
     * @param use how often it works
     * @return the pass, to show once; it is nowhere else
     * @throws IllegalArgumentException if the life is out of bounds
     */
    HelpDeskResult<Secret> issuePass(HelpDeskRequest help, Instant from, Duration life, AccessPassUse use);

    /**
     * Withdraws the person's access pass, if there is one.
     *
     * @param help who helps whom, and why
     * @return withdrawn
     */
    HelpDeskResult<AdminAction> withdrawPass(HelpDeskRequest help);

    /**
     * Begins a reset on the person's behalf: a link goes to their own mailbox, and they go on with
     * {@code PasswordReset.continueHere}, with the proofs that a reset takes anyway. The actor gets nothing that opens it.
     *
     * @param help who helps whom, and why
     * @return until when the link works
     */
    HelpDeskResult<Instant> startReset(HelpDeskRequest help);

    /**
     * The person must register again: phones, apps and passkeys are forgotten, hardware tokens must be activated again,
     * addresses and questions stay (REG-17).
     *
     * @param help who helps whom, and why
     * @return required
     */
    HelpDeskResult<AdminAction> requireRegistration(HelpDeskRequest help);

    /**
     * Removes a method of the person's; no undo brings it back.
     *
     * @param help who helps whom, and why
     * @param methodId as {@link #inspect} shows it
     * @return removed, or there is no such method
     */
    HelpDeskResult<AdminAction> removeMethod(HelpDeskRequest help, String methodId);

    /**
     * Gives the person a hardware token, which they activate by enrolling its kind.
     *
     * @param help who helps whom, and why
     * @param token what its vendor says of it, such as a row of {@link dev.sspr.oath.OathCsv}
     * @return given, or why not
     */
    HelpDeskResult<AdminAction> assignToken(HelpDeskRequest help, OathToken token);

    /**
     * Empties the person's budgets of guesses, messages, prompts and passes, and puts methods that failures have disabled
     * back to use.
     *
     * @param help who helps whom, and why
     * @return unblocked
     */
    HelpDeskResult<AdminAction> unblock(HelpDeskRequest help);

    /**
     * Does the same, and lets a name of the person's begin resets again. It is counted by the name, known or not, which the
     * account does not know: so the actor types it.
     *
     * @param help who helps whom, and why
     * @param login the name, as it was typed
     * @return unblocked, or the name is not theirs
     */
    HelpDeskResult<AdminAction> unblock(HelpDeskRequest help, String login);

    /**
     * Lifts the lock that failed sign-ins have put on the account; one that is switched off stays off (R-FLOW-8).
     *
     * @param help who helps whom, and why
     * @return unlocked, or nothing here can do it
     */
    HelpDeskResult<AdminAction> unlock(HelpDeskRequest help);

    /**
     * Forgets the wrong passwords that the sign-in has counted for the account.
     *
     * @param help who helps whom, and why
     * @return forgotten, or nothing here counts them
     */
    HelpDeskResult<AdminAction> clearLockout(HelpDeskRequest help);

    /**
     * Switches self-service off for the person, and ends what they have open (R-SESS-4).
     *
     * @param help who helps whom, and why
     * @return off
     */
    HelpDeskResult<AdminAction> disableSelfService(HelpDeskRequest help);

    /**
     * Switches self-service on again; where the user store has it off, it stays off.
     *
     * @param help who helps whom, and why
     * @return on
     */
    HelpDeskResult<AdminAction> enableSelfService(HelpDeskRequest help);

    /**
     * Agrees that somebody who has lost everything sets a new password once the waiting period is over. Anybody can begin a
     * recovery of this person: the actor makes sure of who asks, and types the reference that <em>their</em> browser shows.
     *
     * @param help who helps whom, and why
     * @param reference as it was read out; case, spaces and hyphens do not matter
     * @return approved, now or before; or no recovery of this person waits under this reference
     */
    HelpDeskResult<AdminAction> approveRecovery(HelpDeskRequest help, String reference);
}
