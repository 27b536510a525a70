package dev.sspr.internal.verification;

import dev.sspr.flow.AnswerResult;
import dev.sspr.flow.CompleteResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.FlowStatus;
import dev.sspr.flow.FlowView;
import dev.sspr.flow.LinkView;
import dev.sspr.flow.OpenFlow;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.flow.ReportResult;
import dev.sspr.flow.ResetReadiness;
import dev.sspr.flow.SendResult;
import dev.sspr.flow.StartResult;
import dev.sspr.flow.VerificationSteps;
import dev.sspr.internal.engine.Applied;
import dev.sspr.internal.engine.Step;
import dev.sspr.internal.engine.StoredState;
import dev.sspr.internal.engine.Sweeper;
import dev.sspr.internal.secret.Token;
import dev.sspr.internal.securityinfo.DemandedKinds;
import dev.sspr.internal.securityinfo.SecurityInfo;
import dev.sspr.internal.verification.state.FlowEnded;
import dev.sspr.internal.verification.state.FlowKind;
import dev.sspr.internal.verification.state.FlowState;
import dev.sspr.internal.verification.work.BackgroundTask;
import dev.sspr.internal.verification.work.FlowServices;
import dev.sspr.spi.Account;
import dev.sspr.spi.Availability;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Prompt;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Response;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Proves the user's identity, then commits one action. The {@link FlowKind} says what the flow is for. */
public class VerificationFlow implements VerificationSteps {
    private static final Set<FlowStatus> OPEN =
            Set.of(FlowStatus.WAITING_FOR_PROOF, FlowStatus.WAITING_PERIOD, FlowStatus.PROVEN, FlowStatus.IN_PROGRESS);

    private final FlowServices services;
    private final StartCommand startCommand;
    private final AnswerCommand answerCommand;
    private final CompleteCommand completeCommand;
    private final ResumeQuery resumeQuery;
    private final BackgroundTask task;
    private final Sweeper sweeper;
    private final SingleFlight<CompleteResult> completions = new SingleFlight<>();

    /** A flow over its services, and the passwords it sets if it sets one. */
    public VerificationFlow(FlowServices services, Optional<PasswordCommit> passwords) {
        this.services = services;
        this.startCommand = new StartCommand(services);
        this.answerCommand = new AnswerCommand(services);
        this.completeCommand = new CompleteCommand(services);
        this.resumeQuery = new ResumeQuery(services, passwords, startCommand.offers());
        this.task = new BackgroundTask(services, Runnable::run);
        this.sweeper =
                new Sweeper(services.environment.flows(), services.environment.clock(), Map.of(purpose(), this::goOn));
    }

    @Override
    public StartResult start(String login, FlowContext context) {
        Objects.requireNonNull(login, "login");
        Objects.requireNonNull(context, "context");
        return startCommand.start(login, context);
    }

    /** Returns whether a password can be written now; read before anything is charged. */
    public Availability.Status availability() {
        return startCommand.availability();
    }

    /** Starts a flow for a known user; the flow kind checks {@code rest} before the commit. */
    public StartResult.Started known(Account account, DemandedKinds rest, FlowContext context) {
        return startCommand.known(account, rest, context);
    }

    /** Returns the account's strong factors: enrolled, and not a code in a message. */
    public DemandedKinds strong(Account account) {
        return services.strong(account);
    }

    /** Starts a flow for a known user who must prove one of these kinds; empty if none of them can give a proof now. */
    public Optional<StartResult.Started> stepUp(Account account, DemandedKinds demanded, FlowContext context) {
        return startCommand.stepUp(account, demanded, context);
    }

    /**
     * Starts a flow on behalf of a user, who continues from a link at a mailbox of the account, with all proofs. Returns its
     * deadline; empty if no link can reach the account or it cannot be proven.
     */
    public Optional<Instant> onBehalf(Account account, Locale locale) {
        return startCommand.onBehalf(account, locale);
    }

    public List<OpenFlow> open(UserId user) {
        return services.flowsOf(user).stream()
                .map(found -> new OpenFlow(
                        services.flowKind.purpose(),
                        found.state().status(services.guards, services.now()),
                        found.state().header().deadline()))
                .filter(flow -> OPEN.contains(flow.status()))
                .toList();
    }

    /** Returns the reference for an approver; a decoy has one too. */
    public Optional<String> reference(FlowHandle handle) {
        return services.opened(handle).map(found -> recoveryApproval().reference(found.id()));
    }

    /** Returns whether the account can be reset now, and what is missing. */
    public ResetReadiness readiness(Account account, SecurityInfo info) {
        return services.capability.readiness(account, info);
    }

    public RecoveryApproval recoveryApproval() {
        return new RecoveryApproval(services);
    }

    public AccountLimits accountLimits() {
        return new AccountLimits(services);
    }

    /** Returns the planned end of the waiting period, if the flow has one. */
    public Optional<Instant> dueAt(FlowHandle handle) {
        return services.opened(handle).flatMap(found -> services.flowKind.plannedDue(found.state()));
    }

    /** Returns what a flow that can commit has proven; empty if it cannot commit now. */
    public Optional<CommitReadiness> readiness(FlowHandle handle) {
        return services.opened(handle).flatMap(completeCommand::readiness);
    }

    /** Returns the result of a flow that cannot commit now, without a commit. */
    public CompleteResult result(FlowHandle handle, CommitAction action) {
        try (action) {
            return services.opened(handle)
                    .map(found -> completeCommand.result(found, action))
                    .orElse(Refused.of(Refusal.GONE));
        }
    }

    @Override
    public SendResult choose(FlowHandle handle, MethodKind method) {
        Objects.requireNonNull(method, "method");
        return send(handle, state -> state.choose(method, services.guards, services.now()));
    }

    @Override
    public SendResult resend(FlowHandle handle) {
        return send(handle, state -> state.resend(services.guards, services.now()));
    }

    private SendResult send(FlowHandle handle, Function<FlowState, Step<FlowState, Optional<Refused>>> ask) {
        Optional<Applied<FlowState, Optional<Refused>>> applied = services.opened(handle)
                .flatMap(found -> services.runner.apply(
                        found,
                        state -> services.sameHolder(found, state)
                                ? ask.apply(state)
                                : Step.to(state, Optional.of(Refused.of(Refusal.GONE)))));
        if (applied.isEmpty()) {
            return Refused.of(Refusal.GONE);
        }
        Instant next = applied.get().now().state().header().nextSendAt();
        return applied.get().answer().<SendResult>map(why -> why).orElseGet(() -> new SendResult.Asked(next));
    }

    @Override
    public AnswerResult answer(FlowHandle handle, Response response) {
        Objects.requireNonNull(handle, "handle");
        Objects.requireNonNull(response, "response");
        return answered(handle, response.fits() ? response : new Response.Typed(Secret.of("")));
    }

    @Override
    public Optional<Prompt> prompt(FlowHandle handle) {
        return services.opened(handle)
                .filter(found -> services.guards.live(found.state().header(), services.now()))
                .flatMap(found -> found.state().prompt());
    }

    @Override
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
        return services.opened(handle)
                .map(found -> answerCommand.answer(found, response))
                .orElse(Refused.of(Refusal.GONE));
    }

    @Override
    public LinkView open(Secret link, Optional<FlowHandle> handle) {
        Objects.requireNonNull(handle, "handle");
        Optional<StoredState<FlowState>> found = Token.parse(link).flatMap(services::linked);
        // The same before and after the look-up, so that its time reveals nothing.
        boolean waiting = found.isPresent()
                && found.get().state().status(services.guards, services.now()) == FlowStatus.WAITING_FOR_PROOF;
        if (!waiting) {
            return LinkView.ENDED;
        }
        FlowId flow = found.get().id();
        boolean here = handle.flatMap(services::opened)
                .filter(own -> own.id().equals(flow))
                .isPresent();
        return here ? LinkView.HERE : LinkView.ELSEWHERE;
    }

    @Override
    public AnswerResult continueHere(Secret link) {
        Optional<Token> token = Token.parse(link);
        Optional<StoredState<FlowState>> found = token.flatMap(services::linked);
        return found.isPresent()
                ? answerCommand.moveHere(
                        found.get(), new Response.Link(token.get().secret()))
                : Refused.of(Refusal.GONE);
    }

    @Override
    public ReportResult report(Secret cancelLink) {
        return new AbuseReport(services).report(cancelLink);
    }

    public CompleteResult commit(FlowHandle handle, CommitAction action) {
        try (action) {
            Optional<StoredState<FlowState>> found = services.opened(handle);
            if (found.isEmpty()) {
                return Refused.of(Refusal.GONE);
            }
            return completions.fly(found.get().id(), action, () -> completed(handle, action));
        }
    }

    private CompleteResult completed(FlowHandle handle, CommitAction action) {
        return services.opened(handle)
                .map(found -> completeCommand.complete(found, action))
                .orElse(Refused.of(Refusal.GONE));
    }

    @Override
    public FlowStatus cancel(FlowHandle handle) {
        services.opened(handle)
                .ifPresent(found -> services.runner.apply(
                        found,
                        state -> services.sameHolder(found, state)
                                ? state.end(FlowEnded.Why.CANCELLED, services.guards, services.now())
                                : Step.to(state, false)));
        return status(handle);
    }

    @Override
    public FlowStatus status(FlowHandle handle) {
        return services.opened(handle)
                .map(found -> found.state().status(services.guards, services.now()))
                .orElse(FlowStatus.UNKNOWN);
    }

    @Override
    public Optional<FlowView> resume(FlowHandle handle) {
        return services.opened(handle).map(found -> resumeQuery.view(found.state()));
    }

    /** What its flows are for. */
    public final Purpose purpose() {
        return services.flowKind.purpose();
    }

    public final void goOn(FlowId flow) {
        task.run(flow);
    }

    /** Sweeps flows of this purpose alone; {@code Sspr} sweeps all of them at once. */
    public int sweep() {
        return sweeper.sweep();
    }
}
