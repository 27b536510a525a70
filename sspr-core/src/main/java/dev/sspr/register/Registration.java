package dev.sspr.register;

import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.MethodUses;
import dev.sspr.internal.engine.Loaded;
import dev.sspr.internal.engine.Plugs;
import dev.sspr.internal.engine.Sweeper;
import dev.sspr.internal.verify.Methods;
import dev.sspr.internal.verify.SecurityInfos;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Response;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Security info: a signed-in person enrols, confirms, reviews, changes and removes the methods that a reset and a sign-in
 * rely on. Each method is one post of a form, or one look at a page. It serves both ways in: on the way through a sign-in
 * ({@link #atSignIn} says whether), and from the person's profile.
 *
 * <p><b>Threads.</b> One instance serves all threads. <b>Blocking.</b> As long as the host's stores and notifiers.
 * <b>Failure.</b> What a person can get wrong is a result; a broken backend is a
 * {@link dev.sspr.flow.UnavailableException}, and the call may be made again; a null argument is a
 * {@link NullPointerException}. <b>Security duty.</b> The host passes on its own sign-in's account, time and methods, posts
 * forms with its own protection against cross-site requests, and keeps the handle where scripts do not reach it: a call
 * without the handle changes nothing (R-REG-5).
 */
public final class Registration {
    private final Office office;
    private final Access access;
    private final Enrolments enrolments;
    private final Confirming confirming;
    private final Changes changes;
    private final Standings standings;
    private final Passes passes;
    private final Sweeper sweeper;

    private Registration(Office office) {
        this.office = office;
        this.access = new Access(office);
        this.enrolments = new Enrolments(office);
        this.confirming = new Confirming(office, enrolments);
        this.changes = new Changes(office);
        this.standings = new Standings(office);
        this.passes = new Passes(office);
        this.sweeper = new Sweeper(office.plugs.flows(), office.plugs.clock(), new Saver(office)::sweep);
    }

    /**
     * Puts a registration together; a host calls {@code Sspr.builder} instead.
     *
     * @param plugs what the host plugged in
     * @param policy what people register
     * @param uses which kind may be used for what
     * @param methods the verifiers
     * @param infos the stored security info
     * @param registrable what can be registered beside addresses
     * @return a registration
     */
    @SuppressWarnings("exports")
    public static Registration of(
            Plugs plugs,
            RegistrationPolicy policy,
            MethodUses uses,
            Methods methods,
            SecurityInfos infos,
            Registrable registrable) {
        return with(new RegisterRules(policy, uses, plugs.limits()), plugs, methods, infos, registrable);
    }

    static Registration with(
            RegisterRules rules, Plugs plugs, Methods methods, SecurityInfos infos, Registrable registrable) {
        return new Registration(new Office(plugs, rules, methods, infos, registrable));
    }

    /**
     * Opens a signed-in person's security info.
     *
     * @param signIn what the host says of the sign-in
     * @param context where the call comes from
     * @return open, or what is missing
     */
    public BeginResult begin(SignInStatement signIn, FlowContext context) {
        Objects.requireNonNull(signIn, "signIn");
        Objects.requireNonNull(context, "context");
        return access.begin(signIn, context);
    }

    /**
     * What there is.
     *
     * @param handle from {@link #begin}
     * @return the methods and what may be added, or empty if the handle opens nothing any more
     */
    public Optional<Overview> list(FlowHandle handle) {
        return office.opened(handle)
                .map(found -> office.overview(office.info(found.state().ticket().user())));
    }

    /**
     * Begins to enrol a method without an address: an app, a passkey, questions, recovery codes. An enrolment that was under
     * way is over.
     *
     * @param handle from {@link #begin}
     * @param kind which kind
     * @return what to show, or denied
     */
    public EnrolResult enrol(FlowHandle handle, MethodKind kind) {
        Objects.requireNonNull(kind, "kind");
        return open(handle, found -> enrolments.enrol(found, kind, Optional.empty()), EnrolResult.class);
    }

    /**
     * Begins to enrol an address or a number: a code goes there, and nothing else until it is confirmed (R-REG-3).
     *
     * @param handle from {@link #begin}
     * @param kind which kind
     * @param address as it was typed
     * @return sent, or denied; never a word about who else has it (R-ENUM-8)
     */
    public EnrolResult enrol(FlowHandle handle, MethodKind kind, String address) {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(address, "address");
        return open(handle, found -> enrolments.enrol(found, kind, address, Optional.empty()), EnrolResult.class);
    }

    /**
     * Begins to replace a method's address or number; the old one stays until the new one is confirmed (R-REG-3).
     *
     * @param handle from {@link #begin}
     * @param methodId the method that goes
     * @param kind its kind
     * @param address the new address, as it was typed
     * @return sent, or denied
     */
    public EnrolResult replace(FlowHandle handle, String methodId, MethodKind kind, String address) {
        Objects.requireNonNull(methodId, "methodId");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(address, "address");
        return open(handle, found -> enrolments.enrol(found, kind, address, Optional.of(methodId)), EnrolResult.class);
    }

    /**
     * Sends the code of the enrolment under way once more.
     *
     * @param handle from {@link #begin}
     * @return sent, or denied
     */
    public EnrolResult resend(FlowHandle handle) {
        return open(handle, enrolments::resend, EnrolResult.class);
    }

    /**
     * Takes what the person brought back for the enrolment under way.
     *
     * @param handle from {@link #begin}
     * @param response a code, answers, or what the browser made of a passkey
     * @return registered, wrong, unfit with reasons, or denied
     */
    public ConfirmResult confirm(FlowHandle handle, Response response) {
        Objects.requireNonNull(response, "response");
        return open(handle, found -> confirming.confirm(found, response), ConfirmResult.class);
    }

    /**
     * Gives up the enrolment under way.
     *
     * @param handle from {@link #begin}
     * @return what there is
     */
    public ChangeResult cancelEnrolment(FlowHandle handle) {
        return open(handle, changes::drop, ChangeResult.class);
    }

    /**
     * Gives a method another name.
     *
     * @param handle from {@link #begin}
     * @param methodId which method
     * @param name 1 to 40 characters
     * @return changed, or denied
     */
    public ChangeResult rename(FlowHandle handle, String methodId, String name) {
        Objects.requireNonNull(methodId, "methodId");
        Objects.requireNonNull(name, "name");
        return open(handle, found -> changes.rename(found, methodId, name), ChangeResult.class);
    }

    /**
     * Makes a method the default of the host's sign-in; e-mail, questions and recovery codes cannot be (CMB-11).
     *
     * @param handle from {@link #begin}
     * @param methodId which method
     * @return changed, or denied
     */
    public ChangeResult makeDefault(FlowHandle handle, String methodId) {
        Objects.requireNonNull(methodId, "methodId");
        return open(handle, found -> changes.prefer(found, methodId), ChangeResult.class);
    }

    /**
     * Removes a method. The last one that a reset needs stays (R-REG-7).
     *
     * @param handle from {@link #begin}
     * @param methodId which method
     * @return changed, or denied
     */
    public ChangeResult remove(FlowHandle handle, String methodId) {
        Objects.requireNonNull(methodId, "methodId");
        return open(handle, found -> changes.remove(found, methodId), ChangeResult.class);
    }

    /**
     * The person has looked at everything, and it is still right (REG-09).
     *
     * @param handle from {@link #begin}
     * @return what there is
     */
    public ChangeResult review(FlowHandle handle) {
        return open(handle, changes::review, ChangeResult.class);
    }

    /**
     * Closes security info.
     *
     * @param handle from {@link #begin}
     */
    public void close(FlowHandle handle) {
        office.opened(handle).ifPresent(found -> office.runner.apply(found, RegisterState::closed));
    }

    /**
     * "It was not me", when the person presses the button behind the link of a notice: the change is undone, sessions and
     * open flows of the account end, and every address is told.
     *
     * @param link the token in the link's fragment
     * @return what it brought
     */
    public UndoResult undo(Secret link) {
        Objects.requireNonNull(link, "link");
        return new Undoing(office).undo(link);
    }

    /**
     * Where an account stands with registering.
     *
     * @param user the account
     * @return its state; of an account that is not there, one that is not enabled
     */
    public RegistrationState state(UserId user) {
        return standings.state(Objects.requireNonNull(user, "user"));
    }

    /**
     * What to do about security info after the host's sign-in: {@link SignInDecision} on the account's state.
     *
     * @param user the account
     * @return what to do
     */
    public SignInAdvice atSignIn(UserId user) {
        return SignInDecision.decide(state(user), office.rules.policy(), office.now());
    }

    /**
     * The person puts the request to register off.
     *
     * @param user the account, signed in
     * @return what {@link #atSignIn} says from now on; one that can no longer be put off is not
     */
    public SignInAdvice skip(UserId user) {
        return standings.skip(Objects.requireNonNull(user, "user"));
    }

    /**
     * Checks an access pass that somebody typed at the host's sign-in; {@code Sspr.helpDesk} issues them.
     *
     * @param user the account
     * @param pass as it was typed
     * @return what came of it; the same time for every account
     */
    public PassUse usePass(UserId user, Secret pass) {
        return passes.use(Objects.requireNonNull(user, "user"), pass);
    }

    /** {@return how many flows were looked at} Finishes what crashes left half done; {@code Sspr} calls it by itself. */
    public int sweep() {
        return sweeper.sweep();
    }

    private <R> R open(FlowHandle handle, Function<Loaded<RegisterState>, R> step, Class<R> result) {
        Objects.requireNonNull(handle, "handle");
        return office.opened(handle).map(step).orElseGet(() -> result.cast(Denied.of(Denial.GONE)));
    }
}
