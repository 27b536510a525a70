package dev.sspr.unlock;

import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.FlowStatus;
import dev.sspr.flow.LinkView;
import dev.sspr.flow.OpenFlow;
import dev.sspr.flow.Refused;
import dev.sspr.flow.ReportResult;
import dev.sspr.flow.SendResult;
import dev.sspr.flow.StartResult;
import dev.sspr.internal.proof.Intent;
import dev.sspr.internal.proof.ProofFlow;
import dev.sspr.spi.AccountUnlocker;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Prompt;
import dev.sspr.spi.Response;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A locked account: its owner proves who they are as for a reset, and the lock is lifted. The password stays what it is, and
 * an account that is disabled or has expired stays so (R-FLOW-8). Each method is one post of a form.
 *
 * <p><b>Threads.</b> One instance serves all threads. <b>Blocking.</b> As long as the host's stores; {@link #start},
 * {@link #choose} and {@link #resend} never wait for the user store, a verifier or a notifier. <b>Failure.</b> What a
 * person can get wrong is a result; a broken backend is a {@link dev.sspr.flow.UnavailableException}, and the call may
 * be made again; a null argument is a {@link NullPointerException}. <b>Security duty.</b> The host posts forms with its
 * own protection against cross-site requests, and keeps the handle where scripts and other people do not reach it.
 */
public final class AccountUnlock {
    private final ProofFlow flow;
    private final LiftLock deed;

    private AccountUnlock(ProofFlow flow, LiftLock deed) {
        this.flow = flow;
        this.deed = deed;
    }

    /**
     * What an unlock is for, to its machine.
     *
     * @param alsoClears what else of an account is cleared by it, such as the smart lockout of its sign-in
     * @return the intent
     */
    @SuppressWarnings("exports")
    public static Intent intent(Consumer<UserId> alsoClears) {
        return new LockedOut(alsoClears);
    }

    /**
     * Puts an unlock together; a host calls {@code Sspr.builder} instead.
     *
     * @param flow proves people
     * @param unlocker lifts locks
     * @param alsoLocked whether something that the intent clears locks an account's sign-in
     * @return an unlock
     */
    @SuppressWarnings("exports")
    public static AccountUnlock of(ProofFlow flow, AccountUnlocker unlocker, Predicate<UserId> alsoLocked) {
        return new AccountUnlock(flow, new LiftLock(unlocker, alsoLocked));
    }

    /**
     * Begins an unlock. The answer and its time are the same for every name, known or not, locked or not (R-ENUM-1,
     * R-ENUM-2).
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
     * Takes a link that was opened in the browser that began the unlock; call it when the person presses the button.
     *
     * @param handle from {@link #start}
     * @param link the token in the link's fragment
     * @return as {@link #answer}
     */
    public AnswerResult answerLink(FlowHandle handle, Secret link) {
        return flow.answerLink(handle, link);
    }

    /**
     * Tells what to show when a link named {@code unlock-continue} is opened. It changes nothing, so that mail scanners may open links (R-FLOW-11).
     *
     * @param link the token in the link's fragment
     * @param handle the handle this browser keeps, if it keeps one
     * @return what to show
     */
    public LinkView open(Secret link, Optional<FlowHandle> handle) {
        return flow.open(link, handle);
    }

    /**
     * Goes on with an unlock in the browser where its link was opened, when the person presses the button. The browser
     * that began it is left behind: its handle opens nothing any more.
     *
     * @param link the token in the link's fragment
     * @return moved with a new handle, or as {@link #answer}
     */
    public AnswerResult continueHere(Secret link) {
        return flow.continueHere(link);
    }

    /**
     * "This was not me", when the person presses the button behind a link named {@code unlock-cancel}. The unlock ends, the
     * audit sink is told, and for a day a reset or an unlock of this account takes one more proof, if the account holds one.
     * Where the lock was lifted already, within two days, all sessions and other flows of the account end as well: whoever
     * lifted it may know the password and have signed in since. The password is what it was, and the lock stays lifted.
     *
     * @param cancelLink the token in the cancel link's fragment
     * @return what it brought
     */
    public ReportResult report(Secret cancelLink) {
        return flow.report(cancelLink);
    }

    /**
     * Lifts the lock. It may be called again after any answer and any failure: it is lifted once.
     *
     * @param handle from {@link #start} or {@link #continueHere}
     * @return unlocked, not locked at all, not possible any more, or refused
     */
    public UnlockResult complete(FlowHandle handle) {
        return told(flow.complete(handle, deed));
    }

    private static UnlockResult told(CompleteResult result) {
        if (result instanceof CompleteResult.Done done) {
            return new UnlockResult.Unlocked(done.recoveryCode());
        }
        if (result instanceof CompleteResult.NotPossible not) {
            return new UnlockResult.NotPossible(
                    switch (not.reason()) {
                        case ACCOUNT_NOT_USABLE -> UnlockResult.NotPossible.Reason.ACCOUNT_NOT_USABLE;
                        case SUPERSEDED -> UnlockResult.NotPossible.Reason.SUPERSEDED;
                        case MORE_PROOFS_NEEDED -> UnlockResult.NotPossible.Reason.MORE_PROOFS_NEEDED;
                    });
        }
        if (result instanceof Refused refused) {
            return new UnlockResult.Refused(refused.reason());
        }
        return result instanceof CompleteResult.InProgress
                ? new UnlockResult.InProgress()
                : new UnlockResult.NotLocked();
    }

    /**
     * Gives up, in the browser that holds the handle.
     *
     * @param handle from {@link #start}
     * @return where the unlock stands now
     */
    public FlowStatus cancel(FlowHandle handle) {
        return flow.cancel(handle);
    }

    /**
     * Tells what became of an unlock.
     *
     * @param handle from {@link #start}
     * @return where it stands; for an hour after its time also how it ended
     */
    public FlowStatus status(FlowHandle handle) {
        return flow.status(handle);
    }

    /**
     * What is open for an account, for the help desk.
     *
     * @param user the account
     * @return open unlocks; nothing of them opens one
     */
    public List<OpenFlow> openOf(UserId user) {
        return flow.open(Objects.requireNonNull(user, "user"));
    }

    /**
     * Does what is overdue: messages that a crash left unsent, locks in question, what must follow an unlock; and forgets
     * old flows. {@code Sspr} calls it by itself; one pass handles a bounded number.
     *
     * @return how many flows were looked at
     */
    public int sweep() {
        return flow.sweep();
    }
}
