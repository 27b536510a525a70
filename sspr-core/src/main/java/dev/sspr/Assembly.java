package dev.sspr;

import dev.sspr.flow.LoginCanon;
import dev.sspr.internal.change.ChangeFlow;
import dev.sspr.internal.change.ChangeFlowKind;
import dev.sspr.internal.change.VerifiedPasswords;
import dev.sspr.internal.engine.Auditor;
import dev.sspr.internal.engine.Environment;
import dev.sspr.internal.engine.GuardedRoles;
import dev.sspr.internal.engine.Marks;
import dev.sspr.internal.engine.MessageDispatcher;
import dev.sspr.internal.engine.Slf4jAuditSink;
import dev.sspr.internal.engine.Sweeper;
import dev.sspr.internal.helpdesk.HelpDeskParts;
import dev.sspr.internal.helpdesk.HelpDeskService;
import dev.sspr.internal.lockout.LockoutService;
import dev.sspr.internal.messages.MessageWriter;
import dev.sspr.internal.recovery.RecoveryFlow;
import dev.sspr.internal.recovery.RecoveryFlowKind;
import dev.sspr.internal.registration.AddressReader;
import dev.sspr.internal.registration.OpenRegistrations;
import dev.sspr.internal.registration.RegistrationFlow;
import dev.sspr.internal.registration.RegistrationParts;
import dev.sspr.internal.reset.ResetFlow;
import dev.sspr.internal.reset.ResetFlowKind;
import dev.sspr.internal.secret.KeyRing;
import dev.sspr.internal.secret.RandomSource;
import dev.sspr.internal.unlock.UnlockAction;
import dev.sspr.internal.unlock.UnlockFlow;
import dev.sspr.internal.unlock.UnlockFlowKind;
import dev.sspr.internal.verification.PasswordCommit;
import dev.sspr.internal.verification.RecoveryApproval;
import dev.sspr.internal.verification.work.FlowServices;
import dev.sspr.internal.verify.MethodCatalog;
import dev.sspr.internal.verify.SecurityInfoStore;
import dev.sspr.internal.verify.SelfServiceUserStore;
import dev.sspr.lockout.SmartLockout;
import dev.sspr.password.PasswordRules;
import dev.sspr.policy.MethodCapabilities;
import dev.sspr.policy.RecoveryPolicy;
import dev.sspr.policy.ResetPolicy;
import dev.sspr.policy.SsprPolicy;
import dev.sspr.policy.UnlockPolicy;
import dev.sspr.spi.AuditSink;
import dev.sspr.spi.CounterStore;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.FlowStore;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.MfaVerifier;
import dev.sspr.spi.Notifier;
import dev.sspr.spi.PasswordVerifier;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.UserId;
import dev.sspr.spi.UserStore;
import dev.sspr.spi.memory.InMemoryCounterStore;
import dev.sspr.spi.memory.InMemoryFlowStore;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Assembles the parts that a builder has collected, and refuses parts that do not fit together. */
final class Assembly {
    private final SsprBuilder set;
    private final SsprPolicy numbers;
    private final String service;
    private final RandomSource random;
    private final KeyRing keys;
    /** Tells whole milliseconds: every store can keep them. */
    private final InstantSource clock;

    private final UserStore users;
    private final FlowStore flowStore;
    private final CounterStore counters;
    private final AuditSink audit;
    private final MessageDispatcher dispatcher;

    Assembly(SsprBuilder set) {
        this.set = set;
        this.numbers = set.policy.or(SsprPolicy.standard());
        this.service = set.service.or("our service");
        this.random = new RandomSource(set.random.or(new SecureRandom()));
        this.keys = KeyRing.derive(
                set.tenant.or("default"),
                raw(set.key),
                set.key.accepted().stream().map(Assembly::raw).toList(),
                random);
        InstantSource source = set.clock.or(InstantSource.system());
        this.clock = () -> source.instant().truncatedTo(ChronoUnit.MILLIS);
        this.users = GuardedRoles.users(set.users, set.phoneNumbers.get());
        this.flowStore = set.flows.or(new InMemoryFlowStore());
        this.counters = GuardedRoles.counters(set.counters.or(new InMemoryCounterStore()));
        this.audit = set.audit.or(new Slf4jAuditSink());
        List<Notifier> notifiers =
                set.notifiers.stream().map(GuardedRoles::notifier).toList();
        this.dispatcher = new MessageDispatcher(
                notifiers, new MessageWriter(set.service.get(), numbers.messages()), keys.digest(), clock);
    }

    private static KeyRing.Raw raw(SsprKey one) {
        return new KeyRing.Raw(one.id(), one.bytes());
    }

    Sspr sspr() {
        Verifiers kinds = new Verifiers(numbers, set.credentials, keys, random, new Marks(counters, keys, clock));
        AttackerBound.check(numbers, kinds.formats());
        KeyUsage usage = KeyUsage.of(set, keys, flowStore);
        usage.requireAll();
        StoredMethods stored = StoredMethods.of(set, keys, kinds.worth(), new Auditor(audit, clock, Purpose.REGISTER));
        Optional<SecurityInfoStore> infos = stored.infos();
        if (infos.isEmpty() && !set.credentials.isEmpty()) {
            throw new IllegalStateException("credentialVerifier needs a methodStore to keep its credentials in");
        }
        MethodCatalog catalog = kinds.methods(set.verifiers, dispatcher.channels(), keys, numbers, infos, clock);
        boolean written = !Set.of(
                        ResetPolicy.standard().methods(), ResetPolicy.entra().methods())
                .contains(numbers.reset().methods());
        MethodCapabilities capabilities = numbers.methods().capabilities();
        ResetPolicy reset = OfferedMethods.carried(numbers.reset(), catalog.kinds(), capabilities, written);
        OfferedMethods.demandable(reset, holdable(catalog, infos.isPresent()), capabilities);
        if (infos.isEmpty() && set.adminAuthorizer.isSet()) {
            throw new IllegalStateException("adminAuthorizer needs a methodStore: a help desk works on security info");
        }
        WorkerPools workers = new WorkerPools(set.executor.get(), set.sendExecutor.get());
        Environment environment = environment(workers, infos);
        Environment resetting = environment.users() instanceof SelfServiceUserStore seen
                ? environment.users(seen.forResets())
                : environment;
        PasswordRules passwords = passwords();
        LockoutService lockout = new LockoutService(environment, numbers.lockout());
        FlowServices resetServices = FlowServices.of(resetting, new ResetFlowKind(lockout::clear), reset, catalog);
        RegistrationParts parts = new RegistrationParts(
                kinds.credentials(),
                kinds.passes(),
                new AddressReader(set.phoneNumbers.get(), set.mailDomains.get()),
                service,
                resetServices.capability);
        Optional<RegistrationFlow> registration = infos.map(
                store -> RegistrationFlow.of(environment, numbers.registration(), capabilities, catalog, store, parts));
        Optional<PasswordVerifier> verifier = Optional.of(set.users)
                .filter(PasswordVerifier.class::isInstance)
                .map(able -> GuardedRoles.passwordVerifier((PasswordVerifier) able));
        PasswordCommit typed = new PasswordCommit(users, passwords, verifier);
        ResetFlow resets = new ResetFlow(resetServices, typed);
        Optional<RecoveryFlow> recoveries = recoveries(resetting, reset, catalog, typed, lockout);
        Flows flows = new Flows(
                resets,
                lockout,
                unlock(resetting, reset, catalog, lockout),
                verifier.map(one -> change(
                        environment, reset, catalog, typed, new VerifiedPasswords(one, lockout, clock), lockout)),
                recoveries,
                registration);
        Optional<HelpDeskService> helpDesk = set.adminAuthorizer
                .get()
                .map(authorizer -> HelpDeskService.of(
                        environment,
                        new HelpDeskParts(
                                GuardedRoles.authorizer(authorizer),
                                set.tenant.or("default"),
                                users,
                                resets,
                                catalog,
                                infos.orElseThrow(),
                                kinds.passes(),
                                List.of(resets::open, flows::open, OpenRegistrations.of(environment)::of),
                                Optional.of(lockout::clear),
                                recoveries.filter(flow -> approved()).map(flow -> approval(flow.recoveryApproval()))),
                        set.unlocker.get().map(GuardedRoles::unlocker)));
        Map<Purpose, Consumer<FlowId>> tasks = flows.tasks();
        helpDesk.ifPresent(desk -> tasks.put(Purpose.HELP_DESK, desk::goOn));
        Sweeper sweeper = new Sweeper(environment.flows(), clock, tasks, stored.resealing());
        Sspr sspr = new Sspr(
                flows, helpDesk, sweeper, workers, usage, SettingsReport.of(set, numbers, dispatcher.channels()));
        if (!set.hostSweeps.isSet()) {
            sspr.sweepBy(DefaultExecutors.sweeper(sspr::sweep));
        }
        return sspr;
    }

    /** Returns the kinds that users may hold: with a verifier of the host, or registered here. */
    private Set<MethodKind> holdable(MethodCatalog catalog, boolean registers) {
        Set<MethodKind> kinds = set.verifiers.stream().map(MfaVerifier::kind).collect(Collectors.toSet());
        if (registers) {
            numbers.registration().kinds().stream()
                    .filter(catalog.kinds()::contains)
                    .forEach(kinds::add);
        }
        return kinds;
    }

    /** Makes the unlock. It shares the proofs and rate limits of the reset, so it allows no extra guesses. */
    private Optional<UnlockFlow> unlock(
            Environment environment, ResetPolicy reset, MethodCatalog catalog, LockoutService lockout) {
        UnlockPolicy policy = numbers.unlock();
        boolean clears = policy.smartLockout() == UnlockPolicy.SmartLockout.CLEARED;
        UnlockFlowKind kind = clears ? new UnlockFlowKind(lockout::clear) : new UnlockFlowKind(user -> {});
        return set.unlocker
                .get()
                .filter(there -> policy.offered() == UnlockPolicy.Offered.OFFERED)
                .map(unlocker -> new UnlockFlow(
                        FlowServices.of(environment, kind, reset, catalog),
                        new UnlockAction(GuardedRoles.unlocker(unlocker), user -> clears && isLocked(lockout, user))));
    }

    private static boolean isLocked(SmartLockout lockout, UserId user) {
        return lockout.status(user).values().stream()
                .anyMatch(at -> at.lockedUntil().isPresent());
    }

    private ChangeFlow change(
            Environment environment,
            ResetPolicy reset,
            MethodCatalog catalog,
            PasswordCommit typed,
            VerifiedPasswords currents,
            LockoutService lockout) {
        return new ChangeFlow(
                FlowServices.of(environment, new ChangeFlowKind(lockout::clear), reset, catalog),
                numbers.change(),
                numbers.password().reuse().minimumAge(),
                typed,
                currents);
    }

    private Optional<RecoveryFlow> recoveries(
            Environment environment,
            ResetPolicy reset,
            MethodCatalog catalog,
            PasswordCommit typed,
            LockoutService lockout) {
        if (set.recovery.isSet() && environment.linkBase().isEmpty()) {
            throw new IllegalStateException(
                    "recovery needs a linkBase: without a link the account owner cannot object");
        }
        if (approved() && !set.adminAuthorizer.isSet()) {
            throw new IllegalStateException(
                    "recovery with a second person's approval needs an adminAuthorizer, which permits the approval");
        }
        return set.recovery
                .get()
                .map(policy -> new RecoveryFlow(
                        FlowServices.of(environment, new RecoveryFlowKind(policy, lockout::clear), reset, catalog),
                        typed));
    }

    private static HelpDeskParts.Approval approval(RecoveryApproval recoveries) {
        return new HelpDeskParts.Approval() {
            @Override
            public boolean approve(UserId by, UserId person, String reference) {
                return recoveries.approve(by, person, reference);
            }

            @Override
            public boolean begunBy(UserId by, UserId person, String reference) {
                return recoveries.begunBy(by, person, reference);
            }
        };
    }

    private boolean approved() {
        return set.recovery
                .get()
                .filter(policy -> policy.approval() == RecoveryPolicy.Approval.SECOND_PERSON)
                .isPresent();
    }

    private PasswordRules passwords() {
        PasswordRules rules = set.passwords.or(own -> own).apply(new PasswordRules(numbers.password()));
        return set.breached.get().map(rules::with).orElse(rules);
    }

    private Environment environment(WorkerPools workers, Optional<SecurityInfoStore> infos) {
        return new Environment(
                infos.<UserStore>map(store -> new SelfServiceUserStore(users, store))
                        .orElse(users),
                GuardedRoles.flows(flowStore),
                counters,
                GuardedRoles.sessions(set.sessions),
                audit,
                dispatcher,
                keys,
                random,
                GuardedRoles.logins(set.logins.or(LoginCanon.usernameCaseMapped())),
                numbers.limits(),
                numbers.codes(),
                set.linkBase.get(),
                clock,
                workers,
                set.administrators.get().map(GuardedRoles::administrators),
                numbers.limits().publicationDelay().truncatedTo(ChronoUnit.MILLIS));
    }
}
