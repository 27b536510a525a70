package dev.sspr.internal.verification;

import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.MethodOffer;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.flow.StartResult;
import dev.sspr.flow.UnavailableException;
import dev.sspr.internal.engine.Budget;
import dev.sspr.internal.engine.Effect;
import dev.sspr.internal.engine.RateLimit;
import dev.sspr.internal.engine.Step;
import dev.sspr.internal.engine.Workers;
import dev.sspr.internal.secret.Token;
import dev.sspr.internal.securityinfo.AbleMethods;
import dev.sspr.internal.securityinfo.DemandedKinds;
import dev.sspr.internal.verification.state.AttemptCounts;
import dev.sspr.internal.verification.state.AuditEffects;
import dev.sspr.internal.verification.state.AwaitingResponse;
import dev.sspr.internal.verification.state.FlowHeader;
import dev.sspr.internal.verification.state.FlowState;
import dev.sspr.internal.verification.state.HeldMethods;
import dev.sspr.internal.verification.state.Identifying;
import dev.sspr.internal.verification.state.ProofsComplete;
import dev.sspr.internal.verification.state.Subject;
import dev.sspr.internal.verification.work.FlowServices;
import dev.sspr.spi.Account;
import dev.sspr.spi.AuditEvent;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.Availability;
import dev.sspr.spi.CounterKey;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.OwnerTag;
import dev.sspr.spi.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Starts a flow. It never looks the account up: its work depends on the typed text, the source and the policy only
 * (R-ENUM-1, R-ENUM-2).
 */
final class StartCommand {
    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration HOUR = Duration.ofHours(1);
    /** The time in which a full queue becomes clearly shorter. */
    private static final Duration BUSY = Duration.ofSeconds(30);

    private final FlowServices services;
    private final List<MethodOffer> offers;

    StartCommand(FlowServices services) {
        this.services = services;
        this.offers = (services.flowKind.waitingPeriod().isPresent() ? List.<MethodKind>of() : services.guards.first())
                .stream().map(kind -> new MethodOffer(kind, Optional.empty())).toList();
    }

    /** The offers of every start, equal for every name. */
    List<MethodOffer> offers() {
        return offers;
    }

    StartResult start(String typed, FlowContext context) {
        Objects.requireNonNull(typed, "login");
        if (availability() == Availability.Status.DOWN) {
            refused("store-unavailable", context);
            return Refused.of(Refusal.STORE_UNAVAILABLE);
        }
        if (admission() == Workers.Admission.FULL) {
            refused("busy", context);
            return new Refused(Refusal.BUSY, Optional.of(services.now().plus(BUSY)), Purpose.RESET);
        }
        Optional<LoginName> login = services.environment.logins().canonical(typed);
        if (login.isEmpty()) {
            refused("malformed-name", context);
            return Refused.of(Refusal.MALFORMED_NAME);
        }
        return begin(login.get(), context);
    }

    /**
     * Read before anything is charged or stored, and the same for every name (WB-02, R-ENUM-1).
     *
     * @throws UnavailableException if the host has closed the library: no thread would go on with a flow
     */
    Availability.Status availability() {
        refuseIfClosed();
        return services.environment.users() instanceof Availability able ? able.status() : Availability.Status.UP;
    }

    private void refuseIfClosed() {
        if (admission() == Workers.Admission.CLOSED) {
            throw new UnavailableException("sspr (closed)");
        }
    }

    private Workers.Admission admission() {
        return services.environment.executor().admission();
    }

    private void refused(String reason, FlowContext context) {
        services.auditor.note(
                AuditType.START_REFUSED,
                AuditEvent.Outcome.FAILURE,
                Optional.empty(),
                Optional.empty(),
                context.source(),
                AuditEffects.attributes(AuditType.START_REFUSED, "reason", reason));
    }

    private StartResult begin(LoginName login, FlowContext context) {
        Optional<Instant> full = services.limiter.charge(lines(login, context));
        if (full.isPresent()) {
            refused("budget", context);
            return Refused.until(full.get());
        }
        Instant now = services.now();
        Token handle = services.digests.newHandle(
                new FlowId(services.environment.random().digest()));
        FlowHeader header =
                new FlowHeader(services.digests.handle(handle), now.plus(services.life()), context.locale(), 0, now);
        List<MethodKind> kinds = services.flowKind.waitingPeriod().isPresent() ? List.of() : services.guards.first();
        Identifying identifying = kinds.size() == 1
                ? new Identifying(
                        header.sent(now.plus(services.guards.limits().sendGap())),
                        login,
                        Optional.of(kinds.get(0)),
                        now,
                        context.agent())
                : new Identifying(header, login, Optional.empty(), now, context.agent());
        services.runner.begin(handle.flow(), new OwnerTag(services.digests.decoy(login.value())), step(identifying));
        services.auditor.note(
                AuditType.STARTED,
                AuditEvent.Outcome.SUCCESS,
                Optional.of(handle.flow()),
                Optional.empty(),
                context.source(),
                AuditEffects.attributes(AuditType.STARTED));
        return new StartResult.Started(
                FlowHandle.of(handle.text()), offers, identifying.header().nextSendAt(), header.deadline());
    }

    StartResult.Started known(Account account, DemandedKinds rest, FlowContext context) {
        Subject subject = subject(account, 0, rest);
        return begin(
                account,
                context,
                header -> new ProofsComplete(header, subject, List.of(), Optional.empty(), Optional.empty()),
                List.of());
    }

    /** Starts a flow of a known user; empty if no demanded kind can give a proof now. */
    Optional<StartResult.Started> stepUp(Account account, DemandedKinds demanded, FlowContext context) {
        AbleMethods able = services.able(account, services.guards.kinds()).only(one -> demanded.contains(one.kind()));
        return able.isEmpty() ? Optional.empty() : Optional.of(stepUp(account, demanded, able, context));
    }

    private StartResult.Started stepUp(Account account, DemandedKinds demanded, AbleMethods able, FlowContext context) {
        Subject subject = subject(account, 1, demanded);
        List<MethodOffer> held = able.all().stream()
                .map(one -> new MethodOffer(one.kind(), Optional.of(one.label())))
                .toList();
        return begin(
                account,
                context,
                header -> new AwaitingResponse(
                        header,
                        subject,
                        List.of(),
                        AttemptCounts.NONE,
                        Optional.empty(),
                        Optional.empty(),
                        services.now(),
                        Optional.empty()),
                held);
    }

    /** Starts a flow by a link to a mailbox of the account; no browser gets its first handle. */
    Optional<Instant> onBehalf(Account account, Locale locale) {
        refuseIfClosed();
        HeldMethods held = services.holdings(account);
        boolean reached = services.environment.linkBase().isPresent()
                && held.first().stream().anyMatch(one -> one.kind().equals(MethodKind.EMAIL_CODE));
        if (!reached || !held.canProve() || !services.guards.usable(account)) {
            return Optional.empty();
        }
        Subject subject = new Subject(
                account.id(), account.generation(), held.needed(), held.demanded(), Subject.Reality.EXISTING);
        Instant now = services.now();
        Token handle = services.digests.newHandle(
                new FlowId(services.environment.random().digest()));
        Instant deadline = now.plus(services.guards.policy().flowLife());
        FlowHeader header = new FlowHeader(services.digests.handle(handle), deadline, locale, 1, now);
        AwaitingResponse awaitingResponse = new AwaitingResponse(
                header,
                subject,
                List.of(),
                AttemptCounts.NONE,
                Optional.empty(),
                Optional.of(MethodKind.EMAIL_CODE),
                now,
                Optional.empty());
        services.markHelped(handle.flow());
        services.runner.begin(
                handle.flow(), services.owner(account.id()), Step.to(awaitingResponse, true, new Effect.Wake()));
        services.note(AuditType.STARTED_FOR, AuditEvent.Outcome.SUCCESS, handle.flow(), Optional.of(account.id()));
        return Optional.of(deadline);
    }

    private static Subject subject(Account account, int needed, DemandedKinds demanded) {
        return new Subject(account.id(), account.generation(), needed, demanded, Subject.Reality.EXISTING);
    }

    private StartResult.Started begin(
            Account account, FlowContext context, Function<FlowHeader, FlowState> state, List<MethodOffer> held) {
        Instant now = services.now();
        Token handle = services.digests.newHandle(
                new FlowId(services.environment.random().digest()));
        FlowHeader header =
                new FlowHeader(services.digests.handle(handle), now.plus(services.life()), context.locale(), 0, now);
        services.runner.begin(handle.flow(), services.owner(account.id()), Step.to(state.apply(header), true));
        services.auditor.note(
                AuditType.STARTED,
                AuditEvent.Outcome.SUCCESS,
                Optional.of(handle.flow()),
                Optional.of(account.id()),
                context.source(),
                AuditEffects.attributes(AuditType.STARTED));
        return new StartResult.Started(FlowHandle.of(handle.text()), held, header.nextSendAt(), header.deadline());
    }

    private static Step<FlowState, Boolean> step(Identifying identifying) {
        return Step.to(identifying, true, new Effect.Wake());
    }

    private List<RateLimit> lines(LoginName login, FlowContext context) {
        List<RateLimit> lines = new ArrayList<>(2);
        context.source()
                .ifPresent(source -> lines.add(RateLimit.fixed(
                        services.limiter.key(Budget.STARTS_OF_SOURCE, source),
                        services.guards.limits().startsPerSource(),
                        HOUR)));
        lines.add(ofName(services, login));
        return lines;
    }

    /**
     * The starts of a name in any 24 hours, for all flow kinds together. When strangers have used them up, one more is
     * accepted in each gap, and its message carries a link to the owner (R-RATE-12).
     */
    static RateLimit ofName(FlowServices services, LoginName login) {
        CounterKey key = services.limiter.key(Budget.STARTS_OF_NAME, login.value());
        return RateLimit.sliding(key, services.guards.limits().startsPerName(), DAY)
                .orOnceIn(services.guards.limits().startGap());
    }
}
