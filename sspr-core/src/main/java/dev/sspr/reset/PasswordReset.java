package dev.sspr.reset;

import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.internal.engine.Loaded;
import dev.sspr.internal.engine.Plugs;
import dev.sspr.internal.engine.Ran;
import dev.sspr.internal.engine.Step;
import dev.sspr.internal.engine.Sweeper;
import dev.sspr.internal.secret.Token;
import dev.sspr.internal.verify.Methods;
import dev.sspr.password.PasswordRules;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Prompt;
import dev.sspr.spi.Response;
import dev.sspr.spi.Secret;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

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
    private final Desk desk;
    private final Starting starting;
    private final Proving proving;
    private final Completing completing;
    private final Sweeper sweeper;
    private final SingleFlight<CompleteResult> completions = new SingleFlight<>();

    private PasswordReset(Desk desk) {
        this.desk = desk;
        this.starting = new Starting(desk);
        this.proving = new Proving(desk);
        this.completing = new Completing(desk);
        this.sweeper = new Sweeper(desk.plugs.flows(), desk.plugs.clock(), new Job(desk)::sweep);
    }

    /**
     * Puts a reset together; a host calls {@code Sspr.builder} instead.
     *
     * @param plugs what the host plugged in
     * @param policy which proofs open the way
     * @param methods the verifiers
     * @param passwords the rules of a new password
     * @return a reset
     */
    @SuppressWarnings("exports")
    public static PasswordReset of(Plugs plugs, ResetPolicy policy, Methods methods, PasswordRules passwords) {
        return with(new Rules(policy, plugs.limits()), plugs, methods, passwords);
    }

    static PasswordReset with(Rules rules, Plugs plugs, Methods methods, PasswordRules passwords) {
        return new PasswordReset(new Desk(plugs, rules, methods, passwords));
    }

    /**
     * Begins a reset. The answer and its time are the same for every name, known or not (R-ENUM-1, R-ENUM-2).
     *
     * @param login what the person typed, any text
     * @param context where the call comes from
     * @return begun, or refused for the name's form or a budget
     */
    public StartResult start(String login, FlowContext context) {
        Objects.requireNonNull(login, "login");
        Objects.requireNonNull(context, "context");
        return starting.start(login, context);
    }

    /**
     * Chooses a method, and asks for its message where it sends one. A pending challenge of another kind is dead then.
     *
     * @param handle from {@link #start}
     * @param method one of the offers
     * @return asked, or refused
     */
    public SendResult choose(FlowHandle handle, MethodKind method) {
        Objects.requireNonNull(method, "method");
        return send(handle, state -> state.choose(method, desk.rules, desk.now()));
    }

    /**
     * Asks for the pending challenge's message again: the same one while it is fresh, a new one later. It gives no tries
     * back.
     *
     * @param handle from {@link #start}
     * @return asked, or refused
     */
    public SendResult resend(FlowHandle handle) {
        return send(handle, state -> state.resend(desk.rules, desk.now()));
    }

    private SendResult send(FlowHandle handle, Function<ResetState, Step<ResetState, Optional<Refused>>> ask) {
        Optional<Ran<ResetState, Optional<Refused>>> ran = desk.opened(handle)
                .flatMap(found -> desk.runner.apply(
                        found,
                        state -> desk.sameHolder(found, state)
                                ? ask.apply(state)
                                : Step.to(state, Optional.of(Refused.of(Refusal.GONE)))));
        if (ran.isEmpty()) {
            return Refused.of(Refusal.GONE);
        }
        Instant next = ran.get().now().state().ticket().nextSendAt();
        return ran.get().answer().<SendResult>map(why -> why).orElseGet(() -> new SendResult.Asked(next));
    }

    /**
     * Takes what the person typed for the pending challenge.
     *
     * @param handle from {@link #start}
     * @param code what was typed, as it was typed
     * @return proven, more needed, wrong, or refused; the same code twice brings the same answer
     */
    public AnswerResult answer(FlowHandle handle, Secret code) {
        return answer(handle, new Response.Typed(code));
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
        Objects.requireNonNull(handle, "handle");
        Objects.requireNonNull(response, "response");
        return answered(handle, response.fits() ? response : new Response.Typed(Secret.of("")));
    }

    /**
     * What the page shows for the pending challenge: a number to match, questions, options for a passkey. It is there a
     * moment after {@link #choose}, for every name alike.
     *
     * @param handle from {@link #start}
     * @return the prompt; empty for a kind that shows nothing, before it is there, and for a handle that opens nothing
     */
    public Optional<Prompt> prompt(FlowHandle handle) {
        return desk.opened(handle)
                .filter(found -> desk.rules.live(found.state().ticket(), desk.now()))
                .flatMap(found -> found.state().prompt());
    }

    /**
     * Takes a link that was opened in the browser that began the reset; call it when the person presses the button.
     *
     * @param handle from {@link #start}
     * @param link the token in the link's fragment
     * @return as {@link #answer}
     */
    public AnswerResult answerLink(FlowHandle handle, Secret link) {
        Objects.requireNonNull(handle, "handle");
        Objects.requireNonNull(link, "link");
        Optional<Token> token = Token.parse(link);
        Optional<Token> own = Token.parse(handle.secret());
        boolean same = token.isPresent()
                && own.isPresent()
                && token.get().flow().equals(own.get().flow());
        return same ? answered(handle, new Response.Link(token.get().secret())) : Refused.of(Refusal.GONE);
    }

    private AnswerResult answered(FlowHandle handle, Response response) {
        return desk.opened(handle).map(found -> proving.answer(found, response)).orElse(Refused.of(Refusal.GONE));
    }

    /**
     * Tells what to show when a link is opened. It changes nothing, so that mail scanners may open links (R-FLOW-11).
     *
     * @param link the token in the link's fragment
     * @param handle the handle this browser keeps, if it keeps one
     * @return what to show
     */
    public LinkView open(Secret link, Optional<FlowHandle> handle) {
        Objects.requireNonNull(handle, "handle");
        Optional<Loaded<ResetState>> found = Token.parse(link).flatMap(token -> desk.runner.load(token.flow()));
        boolean waiting = found.isPresent()
                && found.get().state() instanceof Asking
                && desk.rules.live(found.get().state().ticket(), desk.now());
        if (!waiting) {
            return LinkView.ENDED;
        }
        FlowId flow = found.get().id();
        boolean here = handle.flatMap(desk::opened)
                .filter(own -> own.id().equals(flow))
                .isPresent();
        return here ? LinkView.HERE : LinkView.ELSEWHERE;
    }

    /**
     * Goes on with a reset in the browser where its link was opened, when the person presses the button. The browser
     * that began it is left behind: its handle opens nothing any more.
     *
     * @param link the token in the link's fragment
     * @return moved with a new handle, or as {@link #answer}
     */
    public AnswerResult continueHere(Secret link) {
        Optional<Token> token = Token.parse(link);
        Optional<Loaded<ResetState>> found = token.flatMap(one -> desk.runner.load(one.flow()));
        return found.isPresent()
                ? proving.moveHere(found.get(), new Response.Link(token.get().secret()))
                : Refused.of(Refusal.GONE);
    }

    /**
     * "This was not me", when the person presses the button behind the cancel link. The reset ends, the audit sink is
     * told, and for a day a reset of this account takes one more proof, if the account holds one.
     *
     * @param cancelLink the token in the cancel link's fragment
     * @return what it brought
     */
    public ReportResult report(Secret cancelLink) {
        return new Reporting(desk).report(cancelLink);
    }

    /**
     * Sets the new password. It may be called again after any answer and any failure: it writes once.
     *
     * @param handle from {@link #start} or {@link #continueHere}
     * @param password what the person typed; the caller wipes it
     * @return done, rejected with reasons, not possible any more, or refused
     */
    public CompleteResult complete(FlowHandle handle, Secret password) {
        Objects.requireNonNull(password, "password");
        Optional<Loaded<ResetState>> found = desk.opened(handle);
        if (found.isEmpty()) {
            return Refused.of(Refusal.GONE);
        }
        return completions.fly(found.get().id(), () -> completing.complete(found.get(), password));
    }

    /**
     * Gives up, in the browser that holds the handle.
     *
     * @param handle from {@link #start}
     * @return where the reset stands now
     */
    public ResetStatus cancel(FlowHandle handle) {
        desk.opened(handle)
                .ifPresent(found -> desk.runner.apply(
                        found,
                        state -> desk.sameHolder(found, state)
                                ? state.end(Ended.Why.CANCELLED, desk.rules, desk.now())
                                : Step.to(state, false)));
        return status(handle);
    }

    /**
     * Tells what became of a reset.
     *
     * @param handle from {@link #start}
     * @return where it stands; for an hour after its time also how it ended
     */
    public ResetStatus status(FlowHandle handle) {
        return desk.opened(handle)
                .map(found -> found.state().status(desk.rules, desk.now()))
                .orElse(ResetStatus.UNKNOWN);
    }

    /**
     * Does what is overdue: messages that a crash left unsent, writes in question, what must follow a new password; and
     * forgets old flows. {@code Sspr} calls it by itself; one pass handles a bounded number.
     *
     * @return how many flows were looked at
     */
    public int sweep() {
        return sweeper.sweep();
    }
}
