package dev.sspr.internal.registration;

import dev.sspr.flow.AccessPassResult;
import dev.sspr.flow.BeginResult;
import dev.sspr.flow.ChangeResult;
import dev.sspr.flow.ConfirmResult;
import dev.sspr.flow.EnrolResult;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.flow.SecurityInfoView;
import dev.sspr.flow.UndoResult;
import dev.sspr.internal.engine.Environment;
import dev.sspr.internal.engine.StoredState;
import dev.sspr.internal.engine.Sweeper;
import dev.sspr.internal.verify.MethodCatalog;
import dev.sspr.internal.verify.SecurityInfoStore;
import dev.sspr.policy.MethodCapabilities;
import dev.sspr.policy.RegistrationPolicy;
import dev.sspr.register.Registration;
import dev.sspr.register.RegistrationStatus;
import dev.sspr.register.SignInAdvice;
import dev.sspr.register.SignInEvidence;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Response;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Implements {@link Registration}. */
public final class RegistrationFlow implements Registration {
    private final RegistrationServices services;
    private final StepUpCheck stepUp;
    private final EnrolmentStart starts;
    private final EnrolmentConfirmation confirmation;
    private final MethodChanges methodChanges;
    private final RegistrationStatuses statuses;
    private final AccessPassCheck passCheck;
    private final SecurityInfoWriter writer;
    private final Sweeper sweeper;

    private RegistrationFlow(RegistrationServices services) {
        this.services = services;
        this.stepUp = new StepUpCheck(services);
        this.starts = new EnrolmentStart(services);
        this.confirmation = new EnrolmentConfirmation(services, starts);
        this.methodChanges = new MethodChanges(services);
        this.statuses = new RegistrationStatuses(services);
        this.passCheck = new AccessPassCheck(services);
        this.writer = new SecurityInfoWriter(services);
        this.sweeper = new Sweeper(
                services.environment.flows(), services.environment.clock(), Map.of(Purpose.REGISTER, this::goOn));
    }

    public static RegistrationFlow of(
            Environment environment,
            RegistrationPolicy policy,
            MethodCapabilities uses,
            MethodCatalog catalog,
            SecurityInfoStore infos,
            RegistrationParts parts) {
        return with(new RegistrationGuards(policy, uses, environment.limits()), environment, catalog, infos, parts);
    }

    public static RegistrationFlow with(
            RegistrationGuards guards,
            Environment environment,
            MethodCatalog catalog,
            SecurityInfoStore infos,
            RegistrationParts parts) {
        return new RegistrationFlow(RegistrationServices.of(environment, guards, catalog, infos, parts));
    }

    @Override
    public BeginResult begin(SignInEvidence signIn, FlowContext context) {
        Objects.requireNonNull(signIn, "signIn");
        Objects.requireNonNull(context, "context");
        return stepUp.begin(signIn, context);
    }

    @Override
    public Optional<SecurityInfoView> list(FlowHandle handle) {
        return services.opened(handle)
                .map(found -> found.state().header().user())
                .filter(user -> services.account(user).isPresent())
                .map(user -> services.overview(services.info(user)));
    }

    @Override
    public EnrolResult enrol(FlowHandle handle, MethodKind kind) {
        Objects.requireNonNull(kind, "kind");
        return open(handle, found -> starts.enrol(found, kind, Optional.empty()), EnrolResult.class);
    }

    @Override
    public EnrolResult enrol(FlowHandle handle, MethodKind kind, String address) {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(address, "address");
        return open(handle, found -> starts.enrol(found, kind, address, Optional.empty()), EnrolResult.class);
    }

    @Override
    public EnrolResult replace(FlowHandle handle, String methodId, MethodKind kind, String address) {
        Objects.requireNonNull(methodId, "methodId");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(address, "address");
        return open(handle, found -> starts.enrol(found, kind, address, Optional.of(methodId)), EnrolResult.class);
    }

    @Override
    public EnrolResult resend(FlowHandle handle) {
        return open(handle, starts::resend, EnrolResult.class);
    }

    @Override
    public ConfirmResult confirm(FlowHandle handle, Response response) {
        Objects.requireNonNull(response, "response");
        return open(handle, found -> confirmation.confirm(found, response), ConfirmResult.class);
    }

    @Override
    public ChangeResult cancelEnrolment(FlowHandle handle) {
        return open(handle, methodChanges::drop, ChangeResult.class);
    }

    @Override
    public ChangeResult rename(FlowHandle handle, String methodId, String name) {
        Objects.requireNonNull(methodId, "methodId");
        Objects.requireNonNull(name, "name");
        return open(handle, found -> methodChanges.rename(found, methodId, name), ChangeResult.class);
    }

    @Override
    public ChangeResult makeDefault(FlowHandle handle, String methodId) {
        Objects.requireNonNull(methodId, "methodId");
        return open(handle, found -> methodChanges.prefer(found, methodId), ChangeResult.class);
    }

    @Override
    public ChangeResult remove(FlowHandle handle, String methodId) {
        Objects.requireNonNull(methodId, "methodId");
        return open(handle, found -> methodChanges.remove(found, methodId), ChangeResult.class);
    }

    @Override
    public ChangeResult review(FlowHandle handle) {
        return open(handle, methodChanges::review, ChangeResult.class);
    }

    @Override
    public void close(FlowHandle handle) {
        services.opened(handle).ifPresent(found -> services.runner.apply(found, RegistrationPhase::closed));
    }

    @Override
    public UndoResult undo(Secret link) {
        Objects.requireNonNull(link, "link");
        return new ChangeReversal(services).undo(link);
    }

    @Override
    public RegistrationStatus status(UserId user) {
        return statuses.status(Objects.requireNonNull(user, "user"));
    }

    @Override
    public SignInAdvice adviceAfterSignIn(UserId user) {
        return SignInDecision.decide(status(user), services.guards.policy(), services.now());
    }

    @Override
    public SignInAdvice snooze(UserId user) {
        return statuses.snooze(Objects.requireNonNull(user, "user"));
    }

    @Override
    public AccessPassResult usePass(UserId user, Secret pass) {
        return passCheck.use(Objects.requireNonNull(user, "user"), pass);
    }

    /** Finishes the work that a crash has interrupted. */
    public void goOn(FlowId flow) {
        writer.recover(flow);
    }

    /** Sweeps registrations alone; {@code Sspr} sweeps all flows at once. */
    public int sweep() {
        return sweeper.sweep();
    }

    private <R> R open(FlowHandle handle, Function<StoredState<RegistrationPhase>, R> step, Class<R> result) {
        Objects.requireNonNull(handle, "handle");
        Optional<StoredState<RegistrationPhase>> found = services.opened(handle);
        if (found.isEmpty()) {
            return result.cast(Refused.of(Purpose.REGISTER, Refusal.GONE));
        }
        return services.account(found.get().state().header().user()).isPresent()
                ? step.apply(found.get())
                : result.cast(Refused.of(Purpose.REGISTER, Refusal.ACCOUNT_NOT_USABLE));
    }
}
