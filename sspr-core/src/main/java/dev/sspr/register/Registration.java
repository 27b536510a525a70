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
 * Security info: a signed-in person enrols, confirms, reviews, changes and removes the methods that a reset and a sign-in
 * rely on. Each method is one post of a form, or one look at a page. It serves both ways in: on the way through a sign-in
 * ({@link #adviceAfterSignIn} says whether), and from the person's profile.
 *
 * <p><b>Threads.</b> One instance serves all threads. <b>Blocking.</b> As long as the host's stores and notifiers.
 * <b>Failure.</b> What a person can get wrong is a result; a broken backend is a
 * {@link dev.sspr.flow.UnavailableException}, and the call may be made again; a null argument is a
 * {@link NullPointerException}. <b>Security duty.</b> The host passes on its own sign-in's account, time and methods, posts
 * forms with its own protection against cross-site requests, and keeps the handle where scripts do not reach it: a call
 * without the handle changes nothing (R-REG-5).
 */
public interface Registration {
    /**
     * Opens a signed-in person's security info.
     *
     * @param signIn what the host says of the sign-in
     * @param context where the call comes from
     * @return open, or what is missing
     */
    BeginResult begin(SignInEvidence signIn, FlowContext context);

    /**
     * What there is.
     *
     * @param handle from {@link #begin}
     * @return the methods and what may be added, or empty if the handle opens nothing any more
     */
    Optional<SecurityInfoView> list(FlowHandle handle);

    /**
     * Begins to enrol a method without an address: an app, a passkey, questions, recovery codes. An enrolment that was under
     * way is over.
     *
     * @param handle from {@link #begin}
     * @param kind which kind
     * @return what to show, or denied
     */
    EnrolResult enrol(FlowHandle handle, MethodKind kind);

    /**
     * Begins to enrol an address or a number: a code goes there, and nothing else until it is confirmed (R-REG-3).
     *
     * @param handle from {@link #begin}
     * @param kind which kind
     * @param address as it was typed
     * @return sent, or denied; never a word about who else has it (R-ENUM-8)
     */
    EnrolResult enrol(FlowHandle handle, MethodKind kind, String address);

    /**
     * Begins to replace a method's address or number; the old one stays until the new one is confirmed (R-REG-3).
     *
     * @param handle from {@link #begin}
     * @param methodId the method that goes
     * @param kind its kind
     * @param address the new address, as it was typed
     * @return sent, or denied
     */
    EnrolResult replace(FlowHandle handle, String methodId, MethodKind kind, String address);

    /**
     * Sends the code of the enrolment under way once more.
     *
     * @param handle from {@link #begin}
     * @return sent, or denied
     */
    EnrolResult resend(FlowHandle handle);

    /**
     * Takes what the person brought back for the enrolment under way.
     *
     * @param handle from {@link #begin}
     * @param response a code, answers, or what the browser made of a passkey
     * @return registered, wrong, unfit with reasons, or denied
     */
    ConfirmResult confirm(FlowHandle handle, Response response);

    /**
     * Gives up the enrolment under way.
     *
     * @param handle from {@link #begin}
     * @return what there is
     */
    ChangeResult cancelEnrolment(FlowHandle handle);

    /**
     * Gives a method another name.
     *
     * @param handle from {@link #begin}
     * @param methodId which method
     * @param name 1 to 40 characters
     * @return changed, or denied
     */
    ChangeResult rename(FlowHandle handle, String methodId, String name);

    /**
     * Makes a method the default of the host's sign-in; e-mail, questions and recovery codes cannot be (CMB-11).
     *
     * @param handle from {@link #begin}
     * @param methodId which method
     * @return changed, or denied
     */
    ChangeResult makeDefault(FlowHandle handle, String methodId);

    /**
     * Removes a method. The last one that a reset needs stays (R-REG-7).
     *
     * @param handle from {@link #begin}
     * @param methodId which method
     * @return changed, or denied
     */
    ChangeResult remove(FlowHandle handle, String methodId);

    /**
     * The person has looked at everything, and it is still right (REG-09).
     *
     * @param handle from {@link #begin}
     * @return what there is
     */
    ChangeResult review(FlowHandle handle);

    /**
     * Closes security info.
     *
     * @param handle from {@link #begin}
     */
    void close(FlowHandle handle);

    /**
     * "It was not me", when the person presses the button behind the link of a notice: the change is undone, sessions and
     * open flows of the account end, and every address is told.
     *
     * @param link the token in the link's fragment
     * @return what it brought
     */
    UndoResult undo(Secret link);

    /**
     * Where an account stands with registering.
     *
     * @param user the account
     * @return its state; of an account that is not there, one that is not enabled
     */
    RegistrationStatus status(UserId user);

    /**
     * What to do about security info after the host's sign-in: {@link SignInDecision} on the account's state.
     *
     * @param user the account
     * @return what to do
     */
    SignInAdvice adviceAfterSignIn(UserId user);

    /**
     * The person puts the request to register off.
     *
     * @param user the account, signed in
     * @return what {@link #adviceAfterSignIn} says from now on; one that can no longer be put off is not
     */
    SignInAdvice snooze(UserId user);

    /**
     * Checks an access pass that somebody typed at the host's sign-in; {@code Sspr.helpDesk} issues them.
     *
     * @param user the account
     * @param pass as it was typed
     * @return what came of it; the same time for every account
     */
    AccessPassResult usePass(UserId user, Secret pass);
}
