package dev.sspr;

import dev.sspr.admin.HelpDesk;
import dev.sspr.admin.HelpDeskParts;
import dev.sspr.change.PasswordChange;
import dev.sspr.flow.LoginCanon;
import dev.sspr.flow.OpenFlow;
import dev.sspr.flow.ResetPolicy;
import dev.sspr.internal.engine.Courier;
import dev.sspr.internal.engine.Plugs;
import dev.sspr.internal.engine.Slf4jAuditSink;
import dev.sspr.internal.proof.Intent;
import dev.sspr.internal.proof.NewPasswords;
import dev.sspr.internal.proof.ProofFlow;
import dev.sspr.internal.secret.KeyRing;
import dev.sspr.internal.secret.Mint;
import dev.sspr.internal.verify.Methods;
import dev.sspr.internal.verify.SecurityInfos;
import dev.sspr.internal.verify.SelfServiceUsers;
import dev.sspr.lockout.SmartLockout;
import dev.sspr.messages.MessageWriter;
import dev.sspr.password.PasswordRules;
import dev.sspr.recovery.AccountRecovery;
import dev.sspr.recovery.RecoveryPolicy;
import dev.sspr.register.OpenRegistrations;
import dev.sspr.register.Registrable;
import dev.sspr.register.Registration;
import dev.sspr.reset.PasswordReset;
import dev.sspr.spi.PasswordVerifier;
import dev.sspr.spi.PhoneType;
import dev.sspr.spi.UserId;
import dev.sspr.spi.UserStore;
import dev.sspr.spi.memory.InMemoryCounterStore;
import dev.sspr.spi.memory.InMemoryFlowStore;
import dev.sspr.unlock.AccountUnlock;
import dev.sspr.unlock.UnlockPolicy;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import java.util.stream.Stream;

/** Puts the parts together that a builder has collected, and refuses those that do not fit each other. */
final class Assembly {
    private final SsprBuilder set;
    private final SsprPolicy numbers;
    private final String service;
    private final Mint mint;
    private final KeyRing keys;
    private final InstantSource clock;
    private final Courier courier;

    Assembly(SsprBuilder set) {
        this.set = set;
        this.numbers = set.policy.or(SsprPolicy.standard());
        this.service = set.service.or("our service");
        this.mint = new Mint(set.random.or(new SecureRandom()));
        this.keys = KeyRing.derive(
                set.tenant.or("default"), raw(set.key), set.key.older().map(Assembly::raw), mint);
        this.clock = set.clock.or(InstantSource.system());
        this.courier = new Courier(set.notifiers, new MessageWriter(service), keys.digest(), clock);
    }

    private static KeyRing.Raw raw(SsprKey one) {
        return new KeyRing.Raw(one.id(), one.bytes());
    }

    Sspr sspr() {
        Verifiers kinds = new Verifiers(numbers, set.credentials, keys, mint);
        AttackerBound.check(numbers, kinds.formats());
        Optional<SecurityInfos> infos =
                set.methodStore.get().map(store -> new SecurityInfos(store, keys, kinds.worth()));
        if (infos.isEmpty() && !set.credentials.isEmpty()) {
            throw new IllegalStateException("credentialVerifier needs a methodStore to keep its credentials in");
        }
        Methods methods = kinds.methods(set.verifiers, courier.channels(), keys, numbers, infos, clock);
        boolean written = !Set.of(ResetPolicy.standard(), ResetPolicy.nist(), ResetPolicy.entra())
                .contains(numbers.reset());
        ResetPolicy reset = Offer.carried(numbers.reset(), methods.kinds(), written);
        if (infos.isEmpty() && set.adminAuthorizer.isSet()) {
            throw new IllegalStateException("adminAuthorizer needs a methodStore: a help desk works on security info");
        }
        Optional<ExecutorService> workers = set.executor.isSet() ? Optional.empty() : Optional.of(Threads.workers());
        Plugs plugs = plugs(workers, infos);
        PasswordRules passwords = passwords();
        Registrable registrable = new Registrable(
                kinds.credentials(),
                kinds.passes(),
                set.phoneNumbers.or(number -> PhoneType.UNKNOWN),
                service,
                reset.proofs());
        Optional<Registration> registration = infos.map(store ->
                Registration.of(plugs, numbers.registration(), numbers.methods().uses(), methods, store, registrable));
        SmartLockout lockout = SmartLockout.of(plugs, numbers.lockout());
        ProofFlow resets = ProofFlow.of(plugs, PasswordReset.intent(lockout::clear), reset, methods);
        NewPasswords typed = new NewPasswords(set.users, passwords);
        Optional<ProofFlow> recoveries = recoveries(plugs, reset, methods, lockout);
        Sspr sspr = new Sspr(
                new Rooms(
                        PasswordReset.of(resets, typed),
                        lockout,
                        unlock(plugs, reset, methods, lockout),
                        change(plugs, reset, methods, typed, lockout),
                        recoveries.map(flow -> AccountRecovery.of(flow, typed)),
                        registration),
                workers);
        set.adminAuthorizer
                .get()
                .ifPresent(authorizer -> sspr.helpedBy(HelpDesk.of(
                        plugs,
                        new HelpDeskParts(
                                authorizer,
                                set.tenant.or("default"),
                                set.users,
                                resets,
                                methods,
                                infos.orElseThrow(),
                                kinds.passes(),
                                Stream.<Function<UserId, List<OpenFlow>>>concat(
                                                Stream.of(resets::open, OpenRegistrations.of(plugs)::of),
                                                recoveries.stream().map(flow -> flow::open))
                                        .toList(),
                                Optional.of(lockout::clear),
                                recoveries.filter(flow -> approved()).map(flow -> flow.approving()::approve)),
                        set.unlocker.get())));
        if (!set.hostSweeps.isSet()) {
            sspr.sweepBy(Threads.sweeper(sspr::sweep));
        }
        return sspr;
    }

    /** Proofs and budgets of an unlock are those of a reset: it is no second set of guesses. */
    private Optional<AccountUnlock> unlock(Plugs plugs, ResetPolicy reset, Methods methods, SmartLockout lockout) {
        UnlockPolicy policy = numbers.unlock();
        boolean clears = policy.smartLockout() == UnlockPolicy.SmartLockout.CLEARED;
        Intent intent = clears ? AccountUnlock.intent(lockout::clear) : AccountUnlock.intent(user -> {});
        return set.unlocker
                .get()
                .filter(there -> policy.offered() == UnlockPolicy.Offered.OFFERED)
                .map(unlocker -> AccountUnlock.of(
                        ProofFlow.of(plugs, intent, reset, methods),
                        unlocker,
                        user -> clears && isLocked(lockout, user)));
    }

    private static boolean isLocked(SmartLockout lockout, UserId user) {
        return lockout.status(user).values().stream()
                .anyMatch(at -> at.lockedUntil().isPresent());
    }

    private Optional<PasswordChange> change(
            Plugs plugs, ResetPolicy reset, Methods methods, NewPasswords typed, SmartLockout lockout) {
        return set.users instanceof PasswordVerifier verifier
                ? Optional.of(PasswordChange.of(
                        plugs,
                        numbers.change(),
                        numbers.password().reuse().minimumAge(),
                        reset,
                        methods,
                        typed,
                        verifier,
                        lockout))
                : Optional.empty();
    }

    private Optional<ProofFlow> recoveries(Plugs plugs, ResetPolicy reset, Methods methods, SmartLockout lockout) {
        if (set.recovery.isSet() && plugs.linkBase().isEmpty()) {
            throw new IllegalStateException("recovery needs a linkBase: without a link nobody can object");
        }
        if (approved() && !set.adminAuthorizer.isSet()) {
            throw new IllegalStateException(
                    "recovery with a second person's approval needs an adminAuthorizer: without one nobody may approve");
        }
        return set.recovery
                .get()
                .map(policy -> ProofFlow.of(plugs, AccountRecovery.intent(policy, lockout::clear), reset, methods));
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

    private Plugs plugs(Optional<ExecutorService> workers, Optional<SecurityInfos> infos) {
        return new Plugs(
                infos.<UserStore>map(store -> new SelfServiceUsers(set.users, store))
                        .orElse(set.users),
                set.flows.or(new InMemoryFlowStore()),
                set.counters.or(new InMemoryCounterStore()),
                set.sessions,
                set.audit.or(new Slf4jAuditSink()),
                courier,
                keys,
                mint,
                set.logins.or(LoginCanon.usernameCaseMapped()),
                numbers.limits(),
                numbers.codes(),
                set.linkBase.get(),
                clock,
                set.executor.get().orElseGet(workers::orElseThrow),
                set.administrators.get());
    }
}
