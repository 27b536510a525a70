package dev.sspr.internal.verification.work;

import dev.sspr.flow.FlowHandle;
import dev.sspr.internal.engine.AccountFlows;
import dev.sspr.internal.engine.Auditor;
import dev.sspr.internal.engine.Digests;
import dev.sspr.internal.engine.EffectContext;
import dev.sspr.internal.engine.Environment;
import dev.sspr.internal.engine.FlowRunner;
import dev.sspr.internal.engine.NoticeOutbox;
import dev.sspr.internal.engine.RateLimit;
import dev.sspr.internal.engine.RateLimiter;
import dev.sspr.internal.engine.StoredState;
import dev.sspr.internal.secret.Token;
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
import dev.sspr.internal.verify.MethodCatalog;
import dev.sspr.policy.Limits;
import dev.sspr.policy.ResetPolicy;
import dev.sspr.spi.Account;
import dev.sspr.spi.AuditEvent;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.AuthMethod;
import dev.sspr.spi.CompositeStore;
import dev.sspr.spi.CounterKey;
import dev.sspr.spi.Destination;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.Generation;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.OwnerTag;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The shared services of one flow kind: the runner, the guards, the limits and the digests. */
public final class FlowServices {
    /** The most that attackers can begin: 20 a day for each of two names, in a waiting period of at most 18 days. */
    private static final int MOST_LISTED = 720;

    private static final Duration DAY = Duration.ofHours(24);
    /** From 50 bits on, a code allows more guesses, so that attackers do not use up the tenant's day. */
    private static final int LONG_CODE = 10;

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

    private final EffectContext context;
    private final CounterKey tenantGuesses;

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
        this.tenantGuesses = limiter.key("guess-tenant", "");
        this.auditor =
                new Auditor(environment.audit(), environment.clock(), flowKind.purpose(), flowKind.auditVocabulary());
        this.outbox = new NoticeOutbox(environment.dispatcher());
        this.accountFlows = new AccountFlows(environment, digests);
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

    /** Returns the reach of a write that only the generation confirms. */
    public FinishingCommit.Reach foundReach() {
        boolean one = flowKind.renewsCredentials()
                && environment.users() instanceof CompositeStore store
                && store.parts() == CompositeStore.Parts.TWO;
        return one ? FinishingCommit.Reach.ONE_STORE : FinishingCommit.Reach.ALL;
    }

    /** Returns the tenant's daily limit for a kind, with short codes apart from long ones (R-RATE-5). */
    public RateLimit tenantGuesses(MethodKind kind) {
        boolean isLong =
                kind.equals(MethodKind.EMAIL_CODE) && environment.codes().mailCharacters() >= LONG_CODE;
        return isLong
                ? new RateLimit(
                        RateLimiter.beside(tenantGuesses, 1),
                        Limits.LONG_CODE_FACTOR * guards.limits().guessesPerTenantPerDay(),
                        DAY)
                : new RateLimit(tenantGuesses, guards.limits().guessesPerTenantPerDay(), DAY);
    }

    public Optional<StoredState<FlowState>> opened(FlowHandle handle) {
        return Token.parse(handle.secret())
                .flatMap(token -> runner.load(token.flow()).filter(found -> fits(token, found.state())));
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

    /** The counter of an owner's reports, which require an extra proof for a day. */
    private CounterKey reportsKey(OwnerTag owner) {
        return limiter.key("report", owner.digest().hex());
    }

    /** Returns the account's methods and the proofs it needs; a report adds one only if the account can make it. */
    public HeldMethods holdings(Account account, OwnerTag owner) {
        List<AuthMethod> all = held(account, guards.kinds());
        List<AuthMethod> first = new ArrayList<>(all);
        first.removeIf(one -> !guards.first().contains(one.kind()));
        HeldMethods base = new HeldMethods(
                first, all, guards.needed(account, 0), guards.demanded(catalog.secondFactors(account, all)), guards);
        HeldMethods raised = base.needing(guards.needed(account, limiter.total(reportsKey(owner), DAY)));
        return raised.needed() > base.needed() && raised.canProve() ? raised : base;
    }

    public List<AuthMethod> held(Account account, List<MethodKind> kinds) {
        List<AuthMethod> held = catalog.held(account, kinds);
        held.removeIf(one -> !guards.provesFor(account, one.kind()));
        return held;
    }

    /** Returns the account's strong factors: enrolled, and not a code in a message. */
    public Set<MethodKind> strong(Account account) {
        Set<MethodKind> enrolled = catalog.secondFactors(account, catalog.held(account, guards.kinds()));
        return enrolled.stream()
                .filter(kind -> !FieldCodec.carriedInMessages(kind))
                .collect(Collectors.toUnmodifiableSet());
    }

    public List<Destination> addresses(Account account) {
        return catalog.addresses(account);
    }

    /** R-FLOW-6: the account still has every method that made a proof. */
    public boolean stillHeld(List<Proof> proofs, List<AuthMethod> all) {
        return proofs.stream()
                .allMatch(proof -> all.stream()
                        .anyMatch(one -> one.kind().equals(proof.kind())
                                && digests.endpointFits(one.endpoint(), proof.endpoint()::equals)));
    }

    /** Returns the counter of an account's wrong responses to one kind in a day (R-RATE-2). */
    public CounterKey guesses(UserId user, MethodKind kind) {
        return limiter.key("guess", user.value() + "/" + kind.value());
    }

    /**
     * Returns the count in a row, per method and generation, so that a new method, or a signed-in change of the password
     * or an address, restores the kind (R-RATE-3).
     */
    public CounterKey guessesInARow(UserId user, MethodKind kind, String methodId, Generation generation) {
        return limiter.key("guess-row", user.value() + "/" + kind.value() + "/" + methodId + "/" + generation.value());
    }

    /** The mark of a flow begun by the help desk, whose messages have separate limits. */
    public RateLimit helped(FlowId flow) {
        return new RateLimit(limiter.key("helped", flow.digest().hex()), 1, DAY);
    }

    /** Returns whether the account has an address to object from, and no objection today. */
    public boolean mayBeginWaitingPeriod(Account account, OwnerTag owner) {
        return !addresses(account).isEmpty() && !objected(owner);
    }

    /** Returns whether the owner has reported "this was not me" today. */
    public boolean objected(OwnerTag owner) {
        return limiter.total(reportsKey(owner), DAY) > 0;
    }

    public void requireExtraProof(OwnerTag owner) {
        limiter.charge(List.of(new RateLimit(reportsKey(owner), Long.MAX_VALUE, DAY)));
    }

    public void note(
            AuditType type, AuditEvent.Outcome outcome, FlowId flow, Optional<UserId> user, String... attributes) {
        auditor.note(type, outcome, Optional.of(flow), user, AuditEffects.attributes(type, attributes));
    }
}
