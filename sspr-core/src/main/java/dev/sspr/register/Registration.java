package dev.sspr.register;

import dev.sspr.flow.AccessPassResult;
import dev.sspr.flow.BeginResult;
import dev.sspr.flow.ChangeResult;
import dev.sspr.flow.ConfirmResult;
import dev.sspr.flow.EnrolResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.SecurityInfoView;
import dev.sspr.flow.UndoResult;
import dev.sspr.internal.registration.SignInDecision;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Response;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import java.util.Optional;

/**
 * Security info: a signed-in user enrols, confirms, reviews, changes and removes methods for reset and sign-in. Each
 * method is one form post or one page view. It serves the sign-in ({@link #adviceAfterSignIn} says when) and the
 * profile page.
 *
 * <p><b>Threads.</b> One instance serves all threads. <b>Blocking.</b> As long as the host's stores and notifiers.
 * <b>Failure.</b> A user's mistake is a result. A failed backend is a {@link dev.sspr.flow.UnavailableException}, and
 * the call may be made again. A null argument is a {@link NullPointerException}. <b>Security duty.</b> The host passes
 * the account, time and methods of its own sign-in. It protects its forms against cross-site requests and keeps the
 * handle where scripts cannot read it: a call without the handle changes nothing (R-REG-5).
 */
public interface Registration {
    /**
     * Opens the security info of a signed-in user.
     *
     * @param signIn the evidence of the sign-in
     * @param context the origin of the call
     * @return open, or the missing evidence
     */
    BeginResult begin(SignInEvidence signIn, FlowContext context);

    /**
     * Lists the methods.
     *
     * @param handle from {@link #begin}
     * @return the methods and the kinds that may be added; empty if the handle opens nothing
     */
    Optional<SecurityInfoView> list(FlowHandle handle);

    /**
     * Begins to enrol a method without an address: an app, a passkey, questions, recovery codes. It ends a pending
     * enrolment.
     *
     * @param handle from {@link #begin}
     * @param kind the kind
     * @return the prompt to show, or refused
     */
    EnrolResult enrol(FlowHandle handle, MethodKind kind);

    /**
     * Begins to enrol an address or a number. It gets a code, and nothing else until it is confirmed (R-REG-3).
     *
     * @param handle from {@link #begin}
     * @param kind the kind
     * @param address as the user typed it
     * @return sent, or refused; the result never depends on other accounts (R-ENUM-8)
     */
    EnrolResult enrol(FlowHandle handle, MethodKind kind, String address);

    /**
     * Begins to replace a method's address or number. The old one stays until the new one is confirmed (R-REG-3).
     *
     * @param handle from {@link #begin}
     * @param methodId the method to replace
     * @param kind its kind
     * @param address the new address, as the user typed it
     * @return sent, or refused
     */
    EnrolResult replace(FlowHandle handle, String methodId, MethodKind kind, String address);

    /**
     * Sends the code of the pending enrolment again.
     *
     * @param handle from {@link #begin}
     * @return sent, or refused
     */
    EnrolResult resend(FlowHandle handle);

    /**
     * Checks a response to the pending enrolment.
     *
     * @param handle from {@link #begin}
     * @param response a code, answers, or a passkey attestation
     * @return registered, wrong, rejected with reasons, or refused
     */
    ConfirmResult confirm(FlowHandle handle, Response response);

    /**
     * Cancels the pending enrolment.
     *
     * @param handle from {@link #begin}
     * @return the methods, or refused
     */
    ChangeResult cancelEnrolment(FlowHandle handle);

    /**
     * Renames a method.
     *
     * @param handle from {@link #begin}
     * @param methodId the method
     * @param name 1 to 40 characters
     * @return changed, or refused
     */
    ChangeResult rename(FlowHandle handle, String methodId, String name);

    /**
     * Makes a method the default of the host's sign-in. E-mail, questions and recovery codes cannot be the default
     * (CMB-11).
     *
     * @param handle from {@link #begin}
     * @param methodId the method
     * @return changed, or refused
     */
    ChangeResult makeDefault(FlowHandle handle, String methodId);

    /**
     * Removes a method. The last one that a reset needs stays (R-REG-7).
     *
     * @param handle from {@link #begin}
     * @param methodId the method
     * @return changed, or refused
     */
    ChangeResult remove(FlowHandle handle, String methodId);

    /**
     * Records that the user has reviewed the security info and confirms it (REG-09).
     *
     * @param handle from {@link #begin}
     * @return the methods, or refused
     */
    ChangeResult review(FlowHandle handle);

    /**
     * Closes security info.
     *
     * @param handle from {@link #begin}
     */
    void close(FlowHandle handle);

    /**
     * Reverts a change. Call it when the user presses "it was not me" behind the link of a notice. Sessions and open
     * flows of the account end, and every address is notified.
     *
     * @param link the token from the fragment of the link
     * @return the effect
     */
    UndoResult undo(Secret link);

    /**
     * Returns the registration status of an account.
     *
     * @param user the account
     * @return its status; an unknown account is one that is not enabled
     */
    RegistrationStatus status(UserId user);

    /**
     * Returns the advice for the host after its own sign-in: {@link SignInDecision} on the account's status.
     *
     * @param user the account
     * @return the advice
     */
    SignInAdvice adviceAfterSignIn(UserId user);

    /**
     * Snoozes the request to register.
     *
     * @param user the account, signed in
     * @return the advice from now on; a request that can no longer be snoozed stays
     */
    SignInAdvice snooze(UserId user);

    /**
     * Checks an access pass at the host's sign-in; {@code Sspr.helpDesk} issues passes.
     *
     * @param user the account
     * @param pass as the user typed it
     * @return the result, after the same time for every account
     */
    AccessPassResult usePass(UserId user, Secret pass);
}
