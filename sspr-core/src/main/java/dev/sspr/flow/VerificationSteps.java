package dev.sspr.flow;

import dev.sspr.spi.Secret;
import java.util.Optional;

/**
 * The steps of a flow that an anonymous caller begins by a login name: reset, unlock, recovery. Before the first proof,
 * answers and their times are the same for every name, known or unknown (R-ENUM-1, R-ENUM-2).
 *
 * <p><b>Blocking.</b> {@link #start}, {@link #choose} and {@link #resend} never wait for the user store, a verifier or a
 * notifier.
 */
public interface VerificationSteps extends FlowSteps {
    /**
     * Begins a flow.
     *
     * @param login the login name as the user typed it, any text
     * @param context where the call comes from
     * @return started; or refused because of the form of the name or a rate limit
     */
    StartResult start(String login, FlowContext context);

    /**
     * Accepts a link in the browser that began the flow. Call it when the user presses the button on the landing page.
     *
     * @param handle the handle of the flow
     * @param link the token from the fragment of the link
     * @return as {@link #answer}
     */
    AnswerResult answerLink(FlowHandle handle, Secret link);

    /**
     * Returns what to show when a link is opened. It changes nothing, so mail scanners may open links (R-FLOW-11).
     *
     * @param link the token from the fragment of the link
     * @param handle the handle this browser keeps, if it keeps one
     * @return what to show
     */
    LinkView open(Secret link, Optional<FlowHandle> handle);

    /**
     * Moves the flow to the browser where its link was opened. Call it when the user presses the button. The handle of the
     * browser that began the flow stops working.
     *
     * @param link the token from the fragment of the link
     * @return moved, with a new handle; or as {@link #answer}
     */
    AnswerResult continueHere(Secret link);
}
