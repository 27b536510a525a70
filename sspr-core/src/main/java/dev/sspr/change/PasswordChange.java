package dev.sspr.change;

import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.FlowStatus;
import dev.sspr.flow.OpenFlow;
import dev.sspr.flow.ReportResult;
import dev.sspr.flow.ResetPolicy;
import dev.sspr.flow.SendResult;
import dev.sspr.internal.engine.Plugs;
import dev.sspr.internal.proof.NewPasswords;
import dev.sspr.internal.proof.ProofFlow;
import dev.sspr.internal.verify.Methods;
import dev.sspr.lockout.Place;
import dev.sspr.lockout.SmartLockout;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.PasswordVerifier;
import dev.sspr.spi.Prompt;
import dev.sspr.spi.Response;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A known password is replaced: by choice, or because it must not stay. Each method is one post of a form.
 *
 * <p><b>Threads.</b> One instance serves all threads. <b>Blocking.</b> As long as the host's stores. <b>Failure.</b> What a
 * person can get wrong is a result; a broken backend is a {@link dev.sspr.flow.UnavailableException}, and the call may be
 * made again; a null argument is a {@link NullPointerException}. <b>Security duty.</b> The host takes the user from its own
 * session, never from the request (V-AUTHZ-4), and gives the browser a new session after {@link CompleteResult.Done}.
 */
public final class PasswordChange {
    private final ProofFlow flow;
    private final Changing changing;

    PasswordChange(ProofFlow flow, Changing changing) {
        this.flow = flow;
        this.changing = changing;
    }

    /**
     * Puts a change together; a host calls {@code Sspr.builder} instead.
     *
     * @param plugs what the host plugged in
     * @param policy when it asks for what
     * @param minimumAge how old a password must be before it is changed by choice
     * @param proofs the policy of proofs, for the strong factors
     * @param methods the verifiers
     * @param passwords judges and sets what somebody typed
     * @param verifier knows the current password
     * @param lockout counts wrong ones, as at sign-in
     * @return a change
     */
    @SuppressWarnings("exports")
    public static PasswordChange of(
            Plugs plugs,
            ChangePolicy policy,
            Duration minimumAge,
            ResetPolicy proofs,
            Methods methods,
            NewPasswords passwords,
            PasswordVerifier verifier,
            SmartLockout lockout) {
        ProofFlow flow = ProofFlow.of(plugs, new KnownPassword(lockout::clear), proofs, methods);
        CurrentPasswords currents = new VerifiedPasswords(verifier, lockout, plugs.clock());
        return new PasswordChange(flow, new Changing(plugs, policy, minimumAge, flow, passwords, currents));
    }

    /**
     * Begins a change.
     *
     * @param request who changes a password, and what the host knows of the sign-in
     * @param context where the call comes from
     * @return begun, with what it takes; or why not
     */
    public ChangeStart begin(ChangeRequest request, FlowContext context) {
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(context, "context");
        return changing.begin(request, context);
    }

    /**
     * Chooses a strong factor, where the change takes one.
     *
     * @param handle from {@link #begin}
     * @param method one of the offers
     * @return asked, or refused
     */
    public SendResult choose(FlowHandle handle, MethodKind method) {
        return flow.choose(handle, method);
    }

    /**
     * What the page shows for the pending challenge.
     *
     * @param handle from {@link #begin}
     * @return the prompt; empty for a kind that shows nothing, before it is there, and for a handle that opens nothing
     */
    public Optional<Prompt> prompt(FlowHandle handle) {
        return flow.prompt(handle);
    }

    /**
     * Takes what the person brought back for the pending challenge.
     *
     * @param handle from {@link #begin}
     * @param response as it came; one that is too long counts as wrong unseen
     * @return proven, wrong, waiting, or refused; the same response twice brings the same answer
     */
    public AnswerResult answer(FlowHandle handle, Response response) {
        return flow.answer(handle, response);
    }

    /**
     * Sets the new password, where the change asks for the current one. It may be called again after any answer and any
     * failure: it writes once.
     *
     * @param handle from {@link #begin}
     * @param place where the person is, as in the request
     * @param current the current password, as it was typed; the caller wipes it
     * @param next the new one, as it was typed; the caller wipes it
     * @return what became of it
     */
    public PasswordChangeResult complete(FlowHandle handle, Place place, Secret current, Secret next) {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(current, "current");
        Objects.requireNonNull(next, "next");
        return changing.complete(handle, Optional.of(new Changing.Typed(current, place)), next);
    }

    /**
     * Sets the new password, where the change asks for no current one. Where it does, this is refused with
     * {@link PasswordChangeResult.WrongPassword}.
     *
     * @param handle from {@link #begin}
     * @param next the new password, as it was typed; the caller wipes it
     * @return what became of it
     */
    public PasswordChangeResult complete(FlowHandle handle, Secret next) {
        Objects.requireNonNull(next, "next");
        return changing.complete(handle, Optional.empty(), next);
    }

    /**
     * "This was not me", when the person presses the button behind the link of a notice.
     *
     * @param link the token in the link's fragment
     * @return what it brought
     */
    public ReportResult report(Secret link) {
        return flow.report(link);
    }

    /**
     * Gives up.
     *
     * @param handle from {@link #begin}
     * @return where the change stands now
     */
    public FlowStatus cancel(FlowHandle handle) {
        return flow.cancel(handle);
    }

    /**
     * Tells what became of a change.
     *
     * @param handle from {@link #begin}
     * @return where it stands; for an hour after its time also how it ended
     */
    public FlowStatus status(FlowHandle handle) {
        return flow.status(handle);
    }

    /**
     * What is open for an account, for the help desk.
     *
     * @param user the account
     * @return open changes; nothing of them opens one
     */
    public List<OpenFlow> openOf(UserId user) {
        return flow.open(Objects.requireNonNull(user, "user"));
    }

    /**
     * Does what is overdue. {@code Sspr} calls it by itself.
     *
     * @return how many flows were looked at
     */
    public int sweep() {
        return flow.sweep();
    }
}
