package dev.sspr.internal.proof;

import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.FlowStatus;
import dev.sspr.flow.LinkView;
import dev.sspr.flow.OpenFlow;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.flow.ReportResult;
import dev.sspr.flow.ResetPolicy;
import dev.sspr.flow.SendResult;
import dev.sspr.flow.StartResult;
import dev.sspr.internal.engine.Loaded;
import dev.sspr.internal.engine.Plugs;
import dev.sspr.internal.engine.Ran;
import dev.sspr.internal.engine.Step;
import dev.sspr.internal.engine.Sweeper;
import dev.sspr.internal.secret.Token;
import dev.sspr.internal.verify.Methods;
import dev.sspr.spi.Account;
import dev.sspr.spi.Availability;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Prompt;
import dev.sspr.spi.Response;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Proves who somebody is, then does one deed as a unit: the machine behind every flow that ends in one. What the flow is
 * for is its {@link Intent}; the rooms above are its faces.
 */
public final class ProofFlow {
    private static final Set<FlowStatus> OPEN =
            Set.of(FlowStatus.WAITING_FOR_PROOF, FlowStatus.WAITING_PERIOD, FlowStatus.PROVEN, FlowStatus.IN_PROGRESS);

    private final Desk desk;
    private final Starting starting;
    private final Proving proving;
    private final Completing completing;
    private final Sweeper sweeper;
    private final SingleFlight<CompleteResult> completions = new SingleFlight<>();

    private ProofFlow(Desk desk) {
        this.desk = desk;
        this.starting = new Starting(desk);
        this.proving = new Proving(desk);
        this.completing = new Completing(desk);
        this.sweeper = new Sweeper(desk.plugs.flows(), desk.plugs.clock(), new Job(desk)::sweep);
    }

    /** A machine for one intent. */
    public static ProofFlow of(Plugs plugs, Intent intent, ResetPolicy policy, Methods methods) {
        Rules rules = intent.beginner() == Intent.Beginner.KNOWN_PERSON
                ? new KnownPersonRules(policy, plugs.limits(), intent.purpose())
                : new Rules(policy, plugs.limits(), intent.purpose());
        return with(rules, plugs, intent, methods);
    }

    static ProofFlow with(Rules rules, Plugs plugs, Intent intent, Methods methods) {
        return new ProofFlow(new Desk(plugs, rules, intent, methods));
    }

    public StartResult start(String login, FlowContext context) {
        Objects.requireNonNull(login, "login");
        Objects.requireNonNull(context, "context");
        return starting.start(login, context);
    }

    /** Whether a password can be written now; a room that begins for a known person asks before it charges anything. */
    public Availability.Status availability() {
        return starting.availability();
    }

    /** Begins for somebody whom the room above knows; {@code rest} is what that room has yet to see before the deed. */
    public StartResult.Started known(Account account, Set<MethodKind> rest, FlowContext context) {
        return starting.known(account, rest, context);
    }

    /** What an account holds that is a strong factor: enrolled, and no code that travels in a message. */
    public Set<MethodKind> strong(Account account) {
        return desk.strong(account);
    }

    /** Begins for somebody whom the room above knows, but who must prove one of these kinds. */
    public StartResult.Started stepUp(Account account, Set<MethodKind> demanded, FlowContext context) {
        return starting.stepUp(account, demanded, context);
    }

    /**
     * Begins on behalf of somebody who is not here: they go on from a link at their own mailbox, with the proofs that anybody
     * else needs. Says until when; empty where no link can reach the account or it cannot be proven.
     */
    public Optional<Instant> onBehalf(Account account, Locale locale) {
        return starting.onBehalf(account, locale);
    }

    /** The flows of an account that are open, of those that bear its tag. */
    public List<OpenFlow> open(UserId user) {
        return desk.flowsOf(user).stream()
                .map(found -> new OpenFlow(
                        desk.intent.purpose(),
                        found.state().status(desk.rules, desk.now()),
                        found.state().ticket().deadline()))
                .filter(flow -> OPEN.contains(flow.status()))
                .toList();
    }

    /** What the holder of a handle reads out to somebody who may agree; names that nobody has are given one alike. */
    public Optional<String> reference(FlowHandle handle) {
        return desk.opened(handle).map(found -> approving().reference(found.id()));
    }

    /** Lets somebody else agree. */
    public Approving approving() {
        return new Approving(desk);
    }

    /** The budgets of an account. */
    public Throttles throttles() {
        return new Throttles(desk);
    }

    /** From when the deed may be done, where a waiting period runs. */
    public Optional<Instant> dueAt(FlowHandle handle) {
        return desk.opened(handle).flatMap(found -> found.state().due());
    }

    /** Where it stands for the holder of the handle. */
    public Standing standing(FlowHandle handle) {
        return desk.opened(handle)
                .map(completing::standing)
                .orElseGet(() -> new Standing.Decided(Refused.of(Refusal.GONE)));
    }

    public SendResult choose(FlowHandle handle, MethodKind method) {
        Objects.requireNonNull(method, "method");
        return send(handle, state -> state.choose(method, desk.rules, desk.now()));
    }

    public SendResult resend(FlowHandle handle) {
        return send(handle, state -> state.resend(desk.rules, desk.now()));
    }

    private SendResult send(FlowHandle handle, Function<ProofState, Step<ProofState, Optional<Refused>>> ask) {
        Optional<Ran<ProofState, Optional<Refused>>> ran = desk.opened(handle)
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

    public AnswerResult answer(FlowHandle handle, Response response) {
        Objects.requireNonNull(handle, "handle");
        Objects.requireNonNull(response, "response");
        return answered(handle, response.fits() ? response : new Response.Typed(Secret.of("")));
    }

    public Optional<Prompt> prompt(FlowHandle handle) {
        return desk.opened(handle)
                .filter(found -> desk.rules.live(found.state().ticket(), desk.now()))
                .flatMap(found -> found.state().prompt());
    }

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

    public LinkView open(Secret link, Optional<FlowHandle> handle) {
        Objects.requireNonNull(handle, "handle");
        Optional<Loaded<ProofState>> found = Token.parse(link).flatMap(token -> desk.runner.load(token.flow()));
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

    public AnswerResult continueHere(Secret link) {
        Optional<Token> token = Token.parse(link);
        Optional<Loaded<ProofState>> found = token.flatMap(one -> desk.runner.load(one.flow()));
        return found.isPresent()
                ? proving.moveHere(found.get(), new Response.Link(token.get().secret()))
                : Refused.of(Refusal.GONE);
    }

    public ReportResult report(Secret cancelLink) {
        return new Reporting(desk).report(cancelLink);
    }

    public CompleteResult complete(FlowHandle handle, Deed deed) {
        try (deed) {
            Optional<Loaded<ProofState>> found = desk.opened(handle);
            if (found.isEmpty()) {
                return Refused.of(Refusal.GONE);
            }
            return completions.fly(found.get().id(), () -> completing.complete(found.get(), deed));
        }
    }

    public FlowStatus cancel(FlowHandle handle) {
        desk.opened(handle)
                .ifPresent(found -> desk.runner.apply(
                        found,
                        state -> desk.sameHolder(found, state)
                                ? state.end(Ended.Why.CANCELLED, desk.rules, desk.now())
                                : Step.to(state, false)));
        return status(handle);
    }

    public FlowStatus status(FlowHandle handle) {
        return desk.opened(handle)
                .map(found -> found.state().status(desk.rules, desk.now()))
                .orElse(FlowStatus.UNKNOWN);
    }

    public int sweep() {
        return sweeper.sweep();
    }
}
