package dev.sspr.internal.registration;

import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.internal.engine.Step;
import dev.sspr.internal.engine.StoredState;
import dev.sspr.internal.securityinfo.DemandedKinds;
import dev.sspr.internal.securityinfo.RegisteredMethod;
import dev.sspr.internal.securityinfo.RevertibleChange;
import dev.sspr.internal.securityinfo.SecurityInfo;
import dev.sspr.spi.Account;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.Purpose;
import java.time.Instant;
import java.util.Optional;

/**
 * Stores a change: first the way to undo it, then the change, then the notices. The flow holds the change meanwhile, so
 * that a crash can be repaired.
 */
public final class SecurityInfoWriter {
    private final RegistrationServices services;
    private final ChangeFollowUp followUp;
    private final ChangeNotifier notifier;

    public SecurityInfoWriter(RegistrationServices services) {
        this.services = services;
        this.followUp = new ChangeFollowUp(services);
        this.notifier = new ChangeNotifier(services);
    }

    /** The result of storing a change. */
    sealed interface WriteResult {
        /** The change is stored, with this result. */
        record Written(SecurityInfo info) implements WriteResult {}

        /** The change is not stored and never will be. */
        record NotWritten(Refused why) implements WriteResult {}
    }

    WriteResult save(StoredState<RegistrationPhase> saving, MethodChange methodChange) {
        Saving state = (Saving) saving.state();
        RegistrationHeader header = state.header();
        Optional<Account> account = services.account(header.user());
        Optional<Refusal> ended = ended(header, account);
        if (ended.isPresent()) {
            return not(saving, methodChange, Refused.of(Purpose.REGISTER, ended.get()));
        }
        Account person = account.orElseThrow();
        DemandedKinds elsewhere = services.catalog.heldElsewhere(person);
        boolean provesAlready = services.capability.provesWithoutRegistration(person);
        Optional<Refused> already = refused(person, services.info(header.user()), methodChange, header, elsewhere);
        if (already.isPresent()) {
            return not(saving, methodChange, already.get());
        }
        Instant until = services.guards.undoUntil(state.since());
        reversible(header, methodChange, until);
        Refused[] why = {Refused.of(Purpose.REGISTER, Refusal.CREDENTIAL_TAKEN)};
        Optional<SecurityInfo> after = services.infos.change(header.user(), info -> {
            Optional<Refused> not = refused(person, info, methodChange, header, elsewhere);
            not.ifPresent(refusal -> why[0] = refusal);
            boolean stronger = services.strongerProof()
                    .removes(
                            header.shown(),
                            methodChange.goes().flatMap(info::method),
                            info,
                            elsewhere.kinds(),
                            state.since());
            return not.isPresent()
                    ? Optional.empty()
                    : Optional.of(changed(person, info, methodChange, provesAlready, state.since(), until, stronger));
        });
        if (after.isEmpty()) {
            return not(saving, methodChange, why[0]);
        }
        followUp.of(saving, methodChange, after.get(), services.complete(person, after.get()));
        return new WriteResult.Written(after.get());
    }

    private WriteResult not(StoredState<RegistrationPhase> saving, MethodChange methodChange, Refused why) {
        over(saving, methodChange);
        return new WriteResult.NotWritten(
                services.audited(saving.id(), saving.state().header().user(), why));
    }

    /** R-TOK-7: a registration ends with a new password or a disabled account. */
    private Optional<Refusal> ended(RegistrationHeader header, Optional<Account> account) {
        if (account.isEmpty()) {
            return Optional.of(Refusal.ACCOUNT_NOT_USABLE);
        }
        return services.guards.sameGeneration(header, account.get()) ? Optional.empty() : Optional.of(Refusal.GONE);
    }

    /** R-REG-1: a registration opened with weaker proof than the account now holds changes nothing. */
    private Optional<Refusal> weak(RegistrationHeader header, SecurityInfo info, DemandedKinds elsewhere) {
        DemandedKinds demanded = services.guards.demanded(info, elsewhere, services.now());
        boolean good = services.guards.stillStrongEnough(header, demanded) && services.guards.outlasts(header, info);
        return good ? Optional.empty() : Optional.of(Refusal.GONE);
    }

    /**
     * Stores the flow of the undo link, which lives as long as the change can be undone, independent of the
     * registration.
     */
    private void reversible(RegistrationHeader header, MethodChange methodChange, Instant until) {
        FlowId id = new FlowId(methodChange.id());
        RegistrationHeader own = new RegistrationHeader(
                services.digests.handle(services.digests.newHandle(id)),
                until,
                header.locale(),
                header.user(),
                header.accountName(),
                header.shown(),
                header.generation());
        services.runner.begin(
                id,
                RegistrationServices.ownTag(id),
                Step.to(new RevertWindow(own, methodChange.id(), Optional.empty()), true));
    }

    private Optional<Refused> refused(
            Account account,
            SecurityInfo info,
            MethodChange methodChange,
            RegistrationHeader header,
            DemandedKinds elsewhere) {
        Optional<Refusal> weak = weak(header, info, elsewhere);
        if (weak.isPresent()) {
            return weak.map(reason -> Refused.of(Purpose.REGISTER, reason));
        }
        Optional<RegisteredMethod> again = methodChange
                .comes()
                .flatMap(method -> info.method(method.id()))
                .filter(method -> method.state() != RegisteredMethod.State.GIVEN);
        Optional<RegisteredMethod> goes =
                methodChange.goes().flatMap(info::method).or(() -> again);
        Optional<Refused> held = services.held(header, info, goes, methodChange.comes());
        return held.isPresent()
                ? held
                : unfit(account, info, methodChange).map(reason -> Refused.of(Purpose.REGISTER, reason));
    }

    private Optional<Refusal> unfit(Account account, SecurityInfo info, MethodChange methodChange) {
        if (methodChange.comes().isPresent() && !services.guards.leavesEveryUndo(info, services.now())) {
            return Optional.of(Refusal.TOO_MANY_CHANGES);
        }
        Optional<RegisteredMethod> goes = methodChange.goes().flatMap(info::method);
        if (methodChange.goes().isPresent() && goes.isEmpty()) {
            return Optional.of(Refusal.UNKNOWN_METHOD);
        }
        if (methodChange.comes().isEmpty()) {
            SecurityInfo without = info.without(methodChange.goes().orElseThrow(), services.now());
            return services.guards.keepsEnough(account, info, without, services.capability)
                    ? Optional.empty()
                    : Optional.of(Refusal.LAST_METHOD);
        }
        boolean room = goes.isPresent() || services.guards.room(info, methodChange.kind());
        return room ? Optional.empty() : Optional.of(Refusal.LIMIT_REACHED);
    }

    private SecurityInfo changed(
            Account account,
            SecurityInfo info,
            MethodChange methodChange,
            boolean provesAlready,
            Instant now,
            Instant until,
            boolean stronger) {
        Optional<RegisteredMethod> goes = methodChange.goes().flatMap(info::method);
        Optional<RegisteredMethod> comes = methodChange
                .comes()
                .map(method -> method.countingFrom(services.guards.countsFrom(info, provesAlready, now)))
                .map(method -> services.guards.demanding(info, method, now));
        Optional<RegisteredMethod> given = comes.flatMap(method -> info.method(method.id()));
        SecurityInfo next = goes.map(method -> info.without(method.id(), now)).orElse(info);
        SecurityInfo all = comes.map(next::with).orElse(next);
        return (comes.isPresent() && services.complete(account, all)
                        ? all.record(all.record().reviewed(now))
                        : all)
                .remembering(
                        new RevertibleChange(
                                methodChange.id(),
                                until,
                                goes.or(() -> given),
                                comes.map(RegisteredMethod::id),
                                stronger),
                        now);
    }

    /** Nothing was stored, so the registration goes on. */
    private void over(StoredState<RegistrationPhase> saving, MethodChange methodChange) {
        services.runner.apply(
                saving, services.digests.owner(saving.state().header().user()), state -> state.unsaved(methodChange));
    }

    /** Repairs a crash: if the change was stored, its owner is notified; if not, it is dropped. */
    public void recover(FlowId flow) {
        Optional<StoredState<RegistrationPhase>> found = services.runner.load(flow);
        if (found.isPresent() && found.get().state() instanceof RevertWindow it) {
            new SessionEnd(services).again(found.get(), it);
            it.pending()
                    .filter(pending ->
                            !services.now().isBefore(pending.delivery().nextAttemptAt()))
                    .ifPresent(pending -> notifier.again(found.get(), it, pending));
        }
        if (found.isEmpty() || !(found.get().state() instanceof Saving saving)) {
            return;
        }
        if (services.now().isBefore(saving.since().plus(RegistrationGuards.WRITE_LEASE))) {
            return;
        }
        SecurityInfo info = services.info(saving.header().user());
        if (info.revertible(saving.methodChange().id()).isPresent()) {
            boolean complete = services.account(info.user())
                    .filter(account -> services.complete(account, info))
                    .isPresent();
            followUp.of(found.get(), saving.methodChange(), info, complete);
        } else {
            over(found.get(), saving.methodChange());
        }
    }
}
