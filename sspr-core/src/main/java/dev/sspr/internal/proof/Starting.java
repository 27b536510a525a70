package dev.sspr.internal.proof;

import dev.sspr.flow.FlowContext;
import dev.sspr.flow.FlowHandle;
import dev.sspr.flow.MethodOffer;
import dev.sspr.flow.Refusal;
import dev.sspr.flow.Refused;
import dev.sspr.flow.StartResult;
import dev.sspr.internal.engine.Budget;
import dev.sspr.internal.engine.Effect;
import dev.sspr.internal.engine.Spi;
import dev.sspr.internal.engine.Step;
import dev.sspr.internal.secret.Token;
import dev.sspr.spi.Account;
import dev.sspr.spi.AuditEvent;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.Availability;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.OwnerTag;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The first step. It never looks the account up: whatever it does depends on the typed name as a text, the source, and
 * the policy (R-ENUM-1, R-ENUM-2).
 */
final class Starting {
    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration HOUR = Duration.ofHours(1);

    private final Desk desk;
    private final List<MethodOffer> offers;

    Starting(Desk desk) {
        this.desk = desk;
        this.offers = (desk.intent.waits().isPresent() ? List.<MethodKind>of() : desk.rules.first())
                .stream().map(kind -> new MethodOffer(kind, Optional.empty())).toList();
    }

    StartResult start(String typed, FlowContext context) {
        Objects.requireNonNull(typed, "login");
        if (availability() == Availability.Status.DOWN) {
            refused("store-unavailable", context);
            return Refused.of(Refusal.STORE_UNAVAILABLE);
        }
        Optional<LoginName> login = canonical(typed);
        if (login.isEmpty()) {
            refused("malformed-name", context);
            return Refused.of(Refusal.MALFORMED_NAME);
        }
        return begin(login.get(), context);
    }

    /** Asked before anything is charged or stored, and the same for every name (WB-02, R-ENUM-1). */
    Availability.Status availability() {
        return desk.plugs.users() instanceof Availability able
                ? Spi.ask("user-store", able::status)
                : Availability.Status.UP;
    }

    private void refused(String reason, FlowContext context) {
        desk.auditor.note(
                AuditType.START_REFUSED,
                AuditEvent.Outcome.FAILURE,
                Optional.empty(),
                Optional.empty(),
                context.source(),
                Notes.attributes(AuditType.START_REFUSED, "reason", reason));
    }

    /** A host's own function may refuse a name by the constructor's exception. */
    private Optional<LoginName> canonical(String typed) {
        try {
            return desk.plugs.logins().canonical(typed);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private StartResult begin(LoginName login, FlowContext context) {
        Optional<Instant> full = desk.budget.charge(lines(login, context));
        if (full.isPresent()) {
            refused("budget", context);
            return Refused.until(full.get());
        }
        Instant now = desk.now();
        Token handle = desk.digests.newHandle(new FlowId(desk.plugs.mint().digest()));
        Ticket ticket = new Ticket(desk.digests.handle(handle), now.plus(desk.life()), context.locale(), 0, now);
        List<MethodKind> kinds = desk.intent.waits().isPresent() ? List.of() : desk.rules.first();
        Opened opened = kinds.size() == 1
                ? new Opened(
                        ticket.sent(now.plus(desk.rules.limits().sendGap())), login, Optional.of(kinds.get(0)), now)
                : new Opened(ticket, login, Optional.empty(), now);
        desk.runner.begin(handle.flow(), new OwnerTag(desk.digests.stranger(login.value())), step(opened));
        desk.auditor.note(
                AuditType.STARTED,
                AuditEvent.Outcome.SUCCESS,
                Optional.of(handle.flow()),
                Optional.empty(),
                context.source(),
                Notes.attributes(AuditType.STARTED));
        return new StartResult.Started(FlowHandle.of(handle.text()), offers, ticket.deadline());
    }

    StartResult.Started known(Account account, Set<MethodKind> rest, FlowContext context) {
        Subject subject = subject(account, 0, rest);
        return begin(
                account,
                context,
                ticket -> new Proven(ticket, subject, List.of(), Optional.empty(), Optional.empty()),
                List.of());
    }

    StartResult.Started stepUp(Account account, Set<MethodKind> demanded, FlowContext context) {
        Subject subject = subject(account, 1, demanded);
        List<MethodOffer> held = desk.held(account, desk.rules.kinds()).stream()
                .filter(one -> demanded.contains(one.kind()))
                .map(one -> new MethodOffer(one.kind(), Optional.of(one.label())))
                .toList();
        return begin(
                account,
                context,
                ticket -> new Asking(
                        ticket,
                        subject,
                        List.of(),
                        Tries.NONE,
                        Optional.empty(),
                        Optional.empty(),
                        desk.now(),
                        Optional.empty()),
                held);
    }

    /** Begins for somebody who is elsewhere: the link goes to a mailbox of the account, and nobody gets the handle. */
    Optional<Instant> onBehalf(Account account, Locale locale) {
        Holdings held = desk.holdings(account, desk.owner(account.id()));
        boolean reached = desk.plugs.linkBase().isPresent()
                && held.first().stream().anyMatch(one -> one.kind().equals(MethodKind.EMAIL_CODE));
        if (!reached || !held.canProve() || !desk.rules.usable(account)) {
            return Optional.empty();
        }
        Subject subject =
                new Subject(account.id(), account.generation(), held.needed(), held.demanded(), Subject.Reality.REAL);
        Instant now = desk.now();
        Token handle = desk.digests.newHandle(new FlowId(desk.plugs.mint().digest()));
        Instant deadline = now.plus(desk.rules.policy().flowLife());
        Ticket ticket = new Ticket(desk.digests.handle(handle), deadline, locale, 1, now);
        Asking asking = new Asking(
                ticket,
                subject,
                List.of(),
                Tries.NONE,
                Optional.empty(),
                Optional.of(MethodKind.EMAIL_CODE),
                now,
                Optional.empty());
        desk.budget.charge(List.of(desk.helped(handle.flow())));
        desk.runner.begin(handle.flow(), desk.owner(account.id()), Step.to(asking, true, new Effect.Wake()));
        desk.note(AuditType.STARTED_FOR, AuditEvent.Outcome.SUCCESS, handle.flow(), Optional.of(account.id()));
        return Optional.of(deadline);
    }

    private static Subject subject(Account account, int needed, Set<MethodKind> demanded) {
        return new Subject(account.id(), account.generation(), needed, demanded, Subject.Reality.REAL);
    }

    private StartResult.Started begin(
            Account account, FlowContext context, Function<Ticket, ProofState> state, List<MethodOffer> held) {
        Instant now = desk.now();
        Token handle = desk.digests.newHandle(new FlowId(desk.plugs.mint().digest()));
        Ticket ticket = new Ticket(desk.digests.handle(handle), now.plus(desk.life()), context.locale(), 0, now);
        desk.runner.begin(handle.flow(), desk.owner(account.id()), Step.to(state.apply(ticket), true));
        desk.auditor.note(
                AuditType.STARTED,
                AuditEvent.Outcome.SUCCESS,
                Optional.of(handle.flow()),
                Optional.of(account.id()),
                context.source(),
                Notes.attributes(AuditType.STARTED));
        return new StartResult.Started(FlowHandle.of(handle.text()), held, ticket.deadline());
    }

    private static Step<ProofState, Boolean> step(Opened opened) {
        return Step.to(opened, true, new Effect.Wake());
    }

    private List<Budget.Line> lines(LoginName login, FlowContext context) {
        List<Budget.Line> lines = new ArrayList<>(2);
        context.source()
                .ifPresent(source -> lines.add(new Budget.Line(
                        desk.budget.key("start-source", source),
                        desk.rules.limits().startsPerSource(),
                        HOUR)));
        lines.add(new Budget.Line(
                desk.budget.key("start", login.value()), desk.rules.limits().startsPerName(), DAY));
        return lines;
    }
}
