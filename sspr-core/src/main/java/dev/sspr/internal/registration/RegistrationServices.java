package dev.sspr.internal.registration;

import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.flow.SecurityInfoView;
import dev.sspr.flow.UnavailableException;
import dev.sspr.internal.engine.AccountFlows;
import dev.sspr.internal.engine.Auditor;
import dev.sspr.internal.engine.Digests;
import dev.sspr.internal.engine.EffectContext;
import dev.sspr.internal.engine.Environment;
import dev.sspr.internal.engine.FlowRunner;
import dev.sspr.internal.engine.Marks;
import dev.sspr.internal.engine.RateLimit;
import dev.sspr.internal.engine.RateLimiter;
import dev.sspr.internal.engine.StoredState;
import dev.sspr.internal.secret.Token;
import dev.sspr.internal.securityinfo.MethodViews;
import dev.sspr.internal.securityinfo.RegisteredMethod;
import dev.sspr.internal.securityinfo.SecurityInfo;
import dev.sspr.internal.verification.work.ResetCapability;
import dev.sspr.internal.verify.AccessPasses;
import dev.sspr.internal.verify.MethodCatalog;
import dev.sspr.internal.verify.SecurityInfoStore;
import dev.sspr.spi.Account;
import dev.sspr.spi.AuditEvent.Outcome;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.CredentialVerifier;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.OwnerTag;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.UserId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The services that the parts of a registration share: runner, guards, rate limits, store of methods. */
public final class RegistrationServices {
    public final Environment environment;
    public final RegistrationGuards guards;
    final MethodCatalog catalog;
    final SecurityInfoStore infos;
    final Map<MethodKind, CredentialVerifier> credentials;
    final AccessPasses passes;
    final AddressReader addresses;
    final String service;
    final ResetCapability capability;
    final Digests digests;
    final RateLimiter limiter;
    final Auditor auditor;
    final AccountFlows accountFlows;
    final Marks marks;
    private final EffectContext context;
    public final FlowRunner<RegistrationPhase> runner;

    /** Makes the services; their background work is ready to run. */
    static RegistrationServices of(
            Environment environment,
            RegistrationGuards guards,
            MethodCatalog catalog,
            SecurityInfoStore infos,
            RegistrationParts parts) {
        RegistrationServices services = new RegistrationServices(environment, guards, catalog, infos, parts);
        services.context.work(new SecurityInfoWriter(services)::recover);
        return services;
    }

    private RegistrationServices(
            Environment environment,
            RegistrationGuards guards,
            MethodCatalog catalog,
            SecurityInfoStore infos,
            RegistrationParts parts) {
        this.environment = environment;
        this.guards = guards;
        this.catalog = catalog;
        this.infos = infos;
        this.credentials = parts.credentials();
        this.passes = parts.passes();
        this.addresses = parts.addresses();
        this.service = parts.service();
        this.capability = parts.capability();
        this.digests = new Digests(environment.keys(), environment.random());
        this.limiter =
                new RateLimiter(environment.counters(), environment.keys().digest(), environment.clock());
        this.auditor = new Auditor(environment.audit(), environment.clock(), Purpose.REGISTER);
        this.accountFlows = new AccountFlows(environment, digests);
        this.marks = Marks.of(environment);
        this.context = new EffectContext(auditor, environment.executor());
        this.runner = new FlowRunner<>(
                environment.flows(), environment.keys(), new RegistrationCodec(), Purpose.REGISTER, context);
    }

    /** Returns the time in milliseconds, which every store can keep. */
    public Instant now() {
        return environment.clock().instant();
    }

    /** Returns the open registration of a handle. */
    public Optional<StoredState<RegistrationPhase>> opened(FlowHandle handle) {
        return Token.parse(handle.secret())
                .flatMap(token -> runner.load(token.flow())
                        .filter(found -> !(found.state() instanceof RevertWindow)
                                && !(found.state() instanceof Closed)
                                && digests.handleFits(
                                        token,
                                        digest ->
                                                guards.sameBrowser(found.state().header(), digest))))
                .filter(this::inTime);
    }

    /** Closes a registration whose deadline has passed, so that a clock that is set back does not revive it. */
    private boolean inTime(StoredState<RegistrationPhase> found) {
        boolean live = guards.live(found.state().header(), now());
        if (!live) {
            runner.apply(found, RegistrationPhase::closed);
        }
        return live;
    }

    /** Returns the current account if it may use self-service. */
    Optional<Account> account(UserId user) {
        return environment.users().load(user).filter(guards::usable);
    }

    public SecurityInfo info(UserId user) {
        return infos.load(user);
    }

    CredentialVerifier verifierOf(MethodKind kind) {
        CredentialVerifier verifier = credentials.get(kind);
        if (verifier == null) {
            throw new UnavailableException("credential-verifier");
        }
        return verifier;
    }

    /** Returns the proofs that are stronger than an address. */
    StrongerProof strongerProof() {
        return guards.strongerProof();
    }

    /** R-HOLD-1: returns the refusal to take a method away, or the place of the default, in the hold after a reset. */
    Optional<Refused> held(
            RegistrationHeader header,
            SecurityInfo info,
            Optional<RegisteredMethod> goes,
            Optional<RegisteredMethod> comes) {
        return guards.heldUntil(header, info, goes, comes, now())
                .map(until -> new Refused(Refusal.HELD_AFTER_RESET, Optional.of(until), Purpose.REGISTER));
    }

    /** Returns a refusal; one in the hold after a reset is audited, because an attacker may have asked. */
    Refused audited(FlowId flow, UserId user, Refused refused) {
        if (refused.reason() == Refusal.HELD_AFTER_RESET) {
            note(AuditType.SECURITY_INFO_REFUSED, Outcome.FAILURE, Optional.of(flow), user, Map.of("reason", "held"));
        }
        return refused;
    }

    /** Returns the kinds that have a verifier and serve a sign-in or a reset. */
    Set<MethodKind> carried() {
        Set<MethodKind> carried = new HashSet<>(catalog.messageKinds());
        carried.addAll(credentials.keySet());
        carried.removeIf(kind -> !guards.serves(kind, capability));
        return carried;
    }

    public SecurityInfoView overview(SecurityInfo info) {
        Instant now = now();
        return new SecurityInfoView(
                MethodViews.of(info, now), guards.mayAdd(info, carried()), missing(info), MethodViews.hold(info, now));
    }

    private int missing(SecurityInfo info) {
        try {
            return environment
                    .users()
                    .load(info.user())
                    .map(account -> SignInDecision.missing(
                            capability.counting(account, info), capability.expected(account, info), guards.policy()))
                    .orElse(0);
        } catch (UnavailableException e) {
            // The view may follow a change that is stored, so it leaves out what it cannot know now.
            return 0;
        }
    }

    /** Returns whether an account has registered as many methods as the policy requires. */
    boolean complete(Account account, SecurityInfo info) {
        return capability.counting(account, info) >= guards.policy().toRegister();
    }

    /** Returns the tag of a flow that no other flow of the account may end. */
    static OwnerTag ownTag(FlowId flow) {
        return new OwnerTag(flow.digest());
    }

    Optional<Instant> charge(RateLimit limit) {
        return limiter.charge(List.of(limit));
    }

    void note(AuditType type, Outcome outcome, Optional<FlowId> flow, UserId user, Map<String, String> attributes) {
        auditor.note(type, outcome, flow, Optional.of(user), attributes);
    }
}
