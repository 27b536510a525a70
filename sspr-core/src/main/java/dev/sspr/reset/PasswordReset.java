package dev.sspr.reset;

import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.FlowStatus;
import dev.sspr.flow.LinkView;
import dev.sspr.flow.ReportResult;
import dev.sspr.flow.SendResult;
import dev.sspr.flow.StartResult;
import dev.sspr.internal.proof.Intent;
import dev.sspr.internal.proof.NewPasswords;
import dev.sspr.internal.proof.ProofFlow;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Prompt;
import dev.sspr.spi.Response;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A forgotten password: who forgot it proves who they are, and sets a new one. Each method is one post of a form.
 *
 * <p><b>Threads.</b> One instance serves all threads. <b>Blocking.</b> As long as the host's stores; {@link #start},
 * {@link #choose} and {@link #resend} never wait for the user store, a verifier or a notifier. <b>Failure.</b> What a
 * person can get wrong is a result; a broken backend is a {@link dev.sspr.flow.UnavailableException}, and the call may
 * be made again; a null argument is a {@link NullPointerException}. <b>Security duty.</b> The host posts forms with its
 * own protection against cross-site requests, and keeps the handle where scripts and other people do not reach it.
 */
public final class PasswordReset {
    private final ProofFlow flow;
    private final NewPasswords passwords;

    private PasswordReset(ProofFlow flow, NewPasswords passwords) {
        this.flow = flow;
        this.passwords = passwords;
    }

    /**
     * What a reset is for, to its machine.
     *
     * @param alsoClears what else of an account is put right by a reset, such as a lock of its sign-in
     * @return the intent
     */
    @SuppressWarnings("exports")
    public static Intent intent(Consumer<UserId> alsoClears) {
        return new ForgottenPassword(alsoClears);
    }

    /**
     * Puts a reset together; a host calls {@code Sspr.builder} instead.
     *
     * @param flow proves people and sets passwords
     * @param passwords judges and sets what somebody typed
     * @return a reset
     */
    @SuppressWarnings("exports")
    public static PasswordReset of(ProofFlow flow, NewPasswords passwords) {
        return new PasswordReset(flow, passwords);
    }

    /**
     * Begins a reset. The answer and its time are the same for every name, known or not (R-ENUM-1, R-ENUM-2).
     *
     * @param login what the person typed, any text
     * @param context where the call comes from
     * @return begun, or refused for the name's form or a budget
     */
    public StartResult start(String login, FlowContext context) {
        return flow.start(login, context);
    }

    /**
     * Chooses a method, and asks for its message where it sends one. A pending challenge of another kind is dead then.
     *
     * @param handle from {@link #start}
     * @param method one of the offers
     * @return asked, or refused
     */
    public SendResult choose(FlowHandle handle, MethodKind method) {
        return flow.choose(handle, method);
    }

    /**
     * Asks for the pending challenge's message again: the same one while it is fresh, a new one later. It gives no tries
     * back.
     *
     * @param handle from {@link #start}
     * @return asked, or refused
     */
    public SendResult resend(FlowHandle handle) {
        return flow.resend(handle);
    }

    /**
     * Takes what the person typed for the pending challenge.
     *
     * @param handle from {@link #start}
     * @param code what was typed, as it was typed
     * @return proven, more needed, wrong, or refused; the same code twice brings the same answer
     */
    public AnswerResult answer(FlowHandle handle, Secret code) {
        return flow.answer(handle, new Response.Typed(code));
    }

    /**
     * Takes what the person brought back for the pending challenge: a code, answers, or what the browser made of a passkey;
     * {@link Response.Poll} asks whether a prompt on a device was answered.
     *
     * @param handle from {@link #start}
     * @param response as it came; one that is too long counts as wrong unseen
     * @return proven, more needed, wrong, waiting, or refused; the same response twice brings the same answer
     */
    public AnswerResult answer(FlowHandle handle, Response response) {
        return flow.answer(handle, response);
    }

    /**
     * What the page shows for the pending challenge: a number to match, questions, options for a passkey. It is there a
     * moment after {@link #choose}, for every name alike.
     *
     * @param handle from {@link #start}
     * @return the prompt; empty for a kind that shows nothing, before it is there, and for a handle that opens nothing
     */
    public Optional<Prompt> prompt(FlowHandle handle) {
        return flow.prompt(handle);
    }

    /**
     * Takes a link that was opened in the browser that began the reset; call it when the person presses the button.
     *
     * @param handle from {@link #start}
     * @param link the token in the link's fragment
     * @return as {@link #answer}
     */
    public AnswerResult answerLink(FlowHandle handle, Secret link) {
        return flow.answerLink(handle, link);
    }

    /**
     * Tells what to show when a link is opened. It changes nothing, so that mail scanners may open links (R-FLOW-11).
     *
     * @param link the token in the link's fragment
     * @param handle the handle this browser keeps, if it keeps one
     * @return what to show
     */
    public LinkView open(Secret link, Optional<FlowHandle> handle) {
        return flow.open(link, handle);
    }

    /**
     * Goes on with a reset in the browser where its link was opened, when the person presses the button. The browser
     * that began it is left behind: its handle opens nothing any more.
     *
     * @param link the token in the link's fragment
     * @return moved with a new handle, or as {@link #answer}
     */
    public AnswerResult continueHere(Secret link) {
        return flow.continueHere(link);
    }

    /**
     * "This was not me", when the person presses the button behind the cancel link. The reset ends, the audit sink is
     * told, and for a day a reset of this account takes one more proof, if the account holds one. Where the password was
     * set already, within two days, all sessions end as well.
     *
     * @param cancelLink the token in the cancel link's fragment
     * @return what it brought
     */
    public ReportResult report(Secret cancelLink) {
        return flow.report(cancelLink);
    }

    /**
     * Sets the new password. It may be called again after any answer and any failure: it writes once.
     *
     * @param handle from {@link #start} or {@link #continueHere}
     * @param password what the person typed; the caller wipes it
     * @return done, rejected with reasons, not possible any more, or refused
     */
    public CompleteResult complete(FlowHandle handle, Secret password) {
        return flow.complete(handle, passwords.reset(Objects.requireNonNull(password, "password")));
    }

    /**
     * Gives up, in the browser that holds the handle.
     *
     * @param handle from {@link #start}
     * @return where the reset stands now
     */
    public FlowStatus cancel(FlowHandle handle) {
        return flow.cancel(handle);
    }

    /**
     * Tells what became of a reset.
     *
     * @param handle from {@link #start}
     * @return where it stands; for an hour after its time also how it ended
     */
    public FlowStatus status(FlowHandle handle) {
        return flow.status(handle);
    }

    /**
     * Does what is overdue: messages that a crash left unsent, writes in question, what must follow a new password; and
     * forgets old flows. {@code Sspr} calls it by itself; one pass handles a bounded number.
     *
     * @return how many flows were looked at
     */
    public int sweep() {
        return flow.sweep();
    }
}
