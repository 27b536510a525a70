package dev.sspr.flow;

import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Prompt;
import dev.sspr.spi.Response;
import dev.sspr.spi.Secret;
import java.util.Optional;

/**
 * The steps that every flow shares once it has begun: choose a method, answer its challenge, read the status. Each
 * method is one form post or one page view.
 *
 * <p><b>Threads.</b> One instance serves all threads. <b>Blocking.</b> As long as the host's stores. <b>Failure.</b> A
 * user's mistake is a result. A failed backend is an {@link UnavailableException}, and the same call may be made again.
 * A null argument is a {@link NullPointerException}. <b>Security duty.</b> The host protects its forms against
 * cross-site requests and keeps the handle where neither scripts nor other users can read it.
 */
public interface FlowSteps {
    /**
     * Chooses a method and requests its challenge. A pending challenge of another kind becomes void.
     *
     * @param handle the handle of the flow
     * @param method one of the offered kinds
     * @return asked, or refused
     */
    SendResult choose(FlowHandle handle, MethodKind method);

    /**
     * Requests the message of the pending challenge again. More than half of a challenge's life left: the same code is
     * sent. Less: a new code is sent. Attempts already made stay counted.
     *
     * @param handle the handle of the flow
     * @return asked, or refused
     */
    SendResult resend(FlowHandle handle);

    /**
     * Returns what the page shows for the pending challenge: a number to match, questions, options for a passkey. The
     * background work publishes it shortly after {@link #choose}, for known and unknown names alike.
     *
     * @param handle the handle of the flow
     * @return the prompt; empty if the kind shows nothing, if it is not there yet, or if the handle opens nothing
     */
    Optional<Prompt> prompt(FlowHandle handle);

    /**
     * Checks a typed code against the pending challenge.
     *
     * @param handle the handle of the flow
     * @param code the text as the user typed it
     * @return proven, more proofs needed, wrong, or refused; the same code twice gives the same answer
     */
    default AnswerResult answer(FlowHandle handle, Secret code) {
        return answer(handle, new Response.Typed(code));
    }

    /**
     * Checks a response against the pending challenge: a code, answers to questions, or a passkey assertion.
     * {@link Response.Poll} asks whether the user has answered a prompt on a device.
     *
     * @param handle the handle of the flow
     * @param response the response as it arrived; one that is too long counts as wrong without being checked
     * @return proven, more proofs needed, wrong, waiting, or refused; the same response twice gives the same answer
     */
    AnswerResult answer(FlowHandle handle, Response response);

    /**
     * Ends the flow: the account owner reports "this was not me" by the link of a message. The report is audited. For
     * 24 hours a reset of this account needs one more proof, if the account holds another method. If the password was
     * set within the last two days, all sessions of the account end as well.
     *
     * @param link the token from the fragment of the link
     * @return the effect of the report
     */
    ReportResult report(Secret link);

    /**
     * Cancels the flow.
     *
     * @param handle the handle of the flow
     * @return the status of the flow now
     */
    FlowStatus cancel(FlowHandle handle);

    /**
     * Returns where the flow stands.
     *
     * @param handle the handle of the flow
     * @return the status; for an hour after the flow's end it also says how the flow ended
     */
    FlowStatus status(FlowHandle handle);

    /**
     * Returns what a page needs when a browser returns to the flow: after a reload, or by the back button. It changes
     * nothing. Before the first proof it asks neither the user store nor a verifier, and the answer is the same for known
     * and unknown names (R-ENUM-1, R-ENUM-2, R-ENUM-3).
     *
     * @param handle the handle of the flow
     * @return what to show; empty if the handle opens nothing
     */
    Optional<FlowView> resume(FlowHandle handle);
}
