package dev.sspr.internal.verification.work;

import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.UnavailableException;
import dev.sspr.internal.engine.AccountFlows;
import dev.sspr.internal.engine.Applied;
import dev.sspr.internal.engine.Auditor;
import dev.sspr.internal.engine.Budget;
import dev.sspr.internal.engine.Digests;
import dev.sspr.internal.engine.EffectContext;
import dev.sspr.internal.engine.Environment;
import dev.sspr.internal.engine.FlowRunner;
import dev.sspr.internal.engine.Marks;
import dev.sspr.internal.engine.NoticeOutbox;
import dev.sspr.internal.engine.RateLimiter;
import dev.sspr.internal.engine.StoredState;
import dev.sspr.internal.secret.Token;
import dev.sspr.internal.securityinfo.AbleMethods;
import dev.sspr.internal.securityinfo.DemandedKinds;
import dev.sspr.internal.verification.state.AuditEffects;
import dev.sspr.internal.verification.state.FieldCodec;
import dev.sspr.internal.verification.state.FinishingCommit;
import dev.sspr.internal.verification.state.FlowKind;
import dev.sspr.internal.verification.state.FlowState;
import dev.sspr.internal.verification.state.Guards;
import dev.sspr.internal.verification.state.HeldMethods;
import dev.sspr.internal.verification.state.PerFlowGuards;
import dev.sspr.internal.verification.state.Proof;
import dev.sspr.internal.verification.state.StateCodec;
import dev.sspr.internal.verification.state.Subject;
import dev.sspr.internal.verify.MethodCatalog;
import dev.sspr.policy.ResetPolicy;
import dev.sspr.spi.Account;
import dev.sspr.spi.AuditEvent;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.AuthMethod;
import dev.sspr.spi.Challenge;
import dev.sspr.spi.CompositeStore;
import dev.sspr.spi.Destination;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.MfaVerifier;
import dev.sspr.spi.OwnerTag;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The shared services of one flow kind: the runner, the guards, the limits and the digests. */
public final class FlowServices {
    /** The most that attackers can begin: 20 a day for each of two names, in a waiting period of at most 18 days. */
    private static final int MOST_LISTED = 720;

    private static final Duration DAY = Duration.ofHours(24);

    public final Environment environment;
    public final Guards guards;
    public final MethodCatalog catalog;
    public final FlowKind flowKind;
    public final Digests digests;
    public final RateLimiter limiter;
    public final Auditor auditor;
    final NoticeOutbox outbox;
    public final FlowRunner<FlowState> runner;

    public final AccountFlows accountFlows;
    private final Marks marks;
    public final ResetCapability capability;

    private final EffectContext context;
    public final GuessBudgets guesses;

    public static FlowServices of(
            Environment environment, FlowKind flowKind, ResetPolicy policy, MethodCatalog catalog) {
        Guards guards = flowKind.guardScope() == FlowKind.GuardScope.PER_FLOW
                ? new PerFlowGuards(policy, environment.limits(), flowKind.purpose())
                : new Guards(policy, environment.limits(), flowKind.purpose());
        return with(environment, guards, flowKind, catalog);
    }

    /** Makes services under given guards, with their background work. */
    public static FlowServices with(Environment environment, Guards guards, FlowKind flowKind, MethodCatalog catalog) {
        FlowServices services = new FlowServices(environment, guards, flowKind, catalog);
        services.context.work(new BackgroundTask(services, environment.executor()::send)::run);
        return services;
    }

    private FlowServices(Environment environment, Guards guards, FlowKind flowKind, MethodCatalog catalog) {
        this.environment = environment;
        this.guards = guards;
        this.catalog = catalog;
        this.flowKind = flowKind;
        this.digests = new Digests(environment.keys(), environment.random());
        this.limiter =
                new RateLimiter(environment.counters(), environment.keys().digest(), environment.clock());
        this.guesses = new GuessBudgets(limiter, guards.limits(), environment.codes());
        this.auditor =
                new Auditor(environment.audit(), environment.clock(), flowKind.purpose(), flowKind.auditVocabulary());
        this.outbox = new NoticeOutbox(environment.dispatcher());
        this.accountFlows = new AccountFlows(environment, digests);
        this.marks = Marks.of(environment);
        this.capability = new ResetCapability(environment, guards, catalog);
        this.context = new EffectContext(auditor, environment.executor());
        this.runner = new FlowRunner<>(
                environment.flows(),
                environment.keys(),
                new StateCodec(),
                flowKind.purpose(),
                context,
                state -> state.published(guards, now()));
    }

    public Instant now() {
        return environment.clock().instant();
    }

    /** Returns when results of a request are published: later for every name, until a proof shows who the caller is. */
    public Duration publicationDelay(List<Proof> proofs) {
        boolean anonymous = proofs.isEmpty() && flowKind.purpose() != Purpose.CHANGE;
        return anonymous ? environment.publicationDelay() : Duration.ZERO;
    }

    /** Returns when the help desk last ended all flows of an account. */
    public Optional<Instant> endedAt(UserId user) {
        return catalog.endedAt(user);
    }

    public Duration life() {
        return flowKind.waitingPeriod()
                .map(waitingPeriod -> waitingPeriod.period().plus(waitingPeriod.window()))
                .orElse(guards.policy().flowLife());
    }

    /** How long a challenge of a kind waits for a response. */
    public Duration challengeLife(MethodKind kind) {
        return kind.equals(MethodKind.EMAIL_CODE)
                ? environment.codes().mailLife()
                : environment.codes().phoneLife();
    }

    /** What must follow a password that was surely written by then. */
    public FinishingCommit.Tasks tasks(Instant writtenBy) {
        return new FinishingCommit.Tasks(
                flowKind.renewsCredentials(),
                Optional.of(FinishingCommit.Tasks.notice(writtenBy)),
                true,
                0,
                writtenBy,
                FinishingCommit.Reach.ALL);
    }

    /** What must follow a write of which it is not known whether it has landed; no lock is cleared for it. */
    public FinishingCommit.Tasks unconfirmed(Instant by) {
        return tasks(by).reached(FinishingCommit.Reach.UNCONFIRMED).locksCleared();
    }

    /** Returns the reach of a write whose answer was lost. */
    public FinishingCommit.Reach foundReach() {
        boolean one = flowKind.renewsCredentials()
                && environment.users() instanceof CompositeStore store
                && store.parts() == CompositeStore.Parts.TWO;
        return one ? FinishingCommit.Reach.ONE_STORE : FinishingCommit.Reach.ALL;
    }

    public Optional<StoredState<FlowState>> opened(FlowHandle handle) {
        return Token.parse(handle.secret())
                .flatMap(token -> runner.load(token.flow()).filter(found -> fits(token, found.state())))
                .map(this::seen);
    }

    /** Returns the flow that a link names. */
    public Optional<StoredState<FlowState>> linked(Token token) {
        return runner.load(token.flow()).map(this::seen);
    }

    /** Ends a flow whose deadline has passed, so that a clock that is set back does not revive it. */
    private StoredState<FlowState> seen(StoredState<FlowState> found) {
        return guards.live(found.state().header(), now())
                ? found
                : runner.apply(found, state -> state.expired(guards, now()))
                        .map(Applied::now)
                        .orElse(found);
    }

    boolean fits(Token token, FlowState state) {
        return digests.handleFits(token, handle -> guards.sameBrowser(state.header(), handle));
    }

    /** Returns whether a flow still has the handle that found it, when the step is stored (R-FLOW-10). */
    public boolean sameHolder(StoredState<FlowState> found, FlowState state) {
        return state.header().handle().equals(found.state().header().handle());
    }

    /** R-FLOW-3, under every key: a proof from before a key rotation still counts for its mailbox or line. */
    public boolean distinct(List<Proof> proofs, AuthMethod method) {
        return proofs.isEmpty()
                || !digests.endpointFits(
                        method.endpoint(), endpoint -> !guards.distinct(proofs, method.kind(), endpoint));
    }

    boolean provenThrough(List<Proof> proofs, String endpoint) {
        return digests.endpointFits(
                endpoint,
                one -> proofs.stream().anyMatch(proof -> proof.endpoint().equals(one)));
    }

    /**
     * The tag of a flow that may have set a password: its follow-up is still to be done, so no other flow of the account
     * may end it.
     */
    public static OwnerTag ownTag(FlowId flow) {
        return new OwnerTag(flow.digest());
    }

    public OwnerTag owner(UserId user) {
        return digests.owner(user);
    }

    void endOthers(UserId user, FlowId except) {
        accountFlows.end(user, except);
    }

    public List<StoredState<FlowState>> flowsOf(UserId user) {
        return accountFlows.list(user, runner, MOST_LISTED);
    }

    /** Returns what the account can prove and must prove now. */
    public HeldMethods holdings(Account account) {
        return capability.now(account);
    }

    /** Returns the methods of some kinds with which the account can give a proof now. */
    public AbleMethods able(Account account, List<MethodKind> kinds) {
        return catalog.able(account, kinds).only(one -> guards.provesFor(account, one.kind()));
    }

    /** Returns the account's strong factors: enrolled, and not a code in a message. */
    public DemandedKinds strong(Account account) {
        return catalog.secondFactors(account, guards.registered(catalog.info(account.id()), now()))
                .only(kind -> !FieldCodec.carriedInMessages(kind));
    }

    public List<Destination> addresses(Account account) {
        return catalog.addresses(account);
    }

    /** Returns the method of a kind for an account that has none, always the same. */
    public AuthMethod decoy(MfaVerifier verifier, Subject subject) {
        return verifier.decoy(
                digests.decoy(subject.user().value() + "/" + verifier.kind().value()));
    }

    /** Returns whether a challenge can be proven by no response, because no account holds its method. */
    public boolean isDecoy(Subject subject, Challenge asked) {
        try {
            AuthMethod none = decoy(catalog.verifier(asked.kind()), subject);
            return none.id().equals(asked.methodId()) || !guards.real(subject);
        } catch (UnavailableException e) {
            return !guards.real(subject);
        }
    }

    /** R-FLOW-6: the account still has every method that made a proof. */
    public boolean stillHeld(List<Proof> proofs, AbleMethods able) {
        return proofs.stream()
                .allMatch(proof -> able.all().stream()
                        .anyMatch(one -> one.kind().equals(proof.kind())
                                && digests.endpointFits(one.endpoint(), proof.endpoint()::equals)));
    }

    /** Marks a flow as begun by the help desk: its messages have separate limits. */
    public void markHelped(FlowId flow) {
        marks.add(Budget.HELPED, flow.digest().hex(), DAY);
    }

    /** Returns whether the help desk has begun a flow. */
    boolean isHelped(FlowId flow) {
        return marks.total(Budget.HELPED, flow.digest().hex(), DAY) > 0;
    }

    /** Returns whether the owner has reported "this was not me" today. */
    public boolean objected(UserId user) {
        return accountFlows.reports(user) > 0;
    }

    public void requireExtraProof(OwnerTag owner) {
        accountFlows.report(owner);
    }

    public void note(
            AuditType type, AuditEvent.Outcome outcome, FlowId flow, Optional<UserId> user, String... attributes) {
        auditor.note(type, outcome, Optional.of(flow), user, AuditEffects.attributes(type, attributes));
    }
}
