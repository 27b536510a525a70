package dev.sspr.register;

import dev.sspr.flow.UnavailableException;
import dev.sspr.internal.engine.Budget;
import dev.sspr.internal.engine.Loaded;
import dev.sspr.internal.engine.Spi;
import dev.sspr.internal.info.Entry;
import dev.sspr.internal.info.SecurityInfo;
import dev.sspr.spi.AuditEvent.Outcome;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.Destination;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.Notice.SecurityInfoChanged;
import dev.sspr.spi.UserId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;

/** What follows a change that is stored: other flows of the account end, its addresses are told, and it is noted. */
final class Aftermath {
    private static final Duration YEAR = Duration.ofDays(365);
    /** From so many accounts on, one mailbox or phone is worth an event (R-REG-9). */
    private static final long SHARED_BY_MANY = 5;

    private final Office office;
    private final Telling telling;

    Aftermath(Office office) {
        this.office = office;
        this.telling = new Telling(office);
    }

    void of(Loaded<RegisterState> saving, Change change, SecurityInfo info) {
        UserId user = info.user();
        endOthers(user, saving.id());
        SecurityInfoChanged.Change what = change.comes().isEmpty()
                ? SecurityInfoChanged.Change.REMOVED
                : change.goes().isPresent() ? SecurityInfoChanged.Change.REPLACED : SecurityInfoChanged.Change.ADDED;
        telling.of(
                saving.id(),
                change,
                what,
                ((Saving) saving.state()).since(),
                info,
                saving.state().ticket().locale());
        audit(saving.id(), change, what, info);
        office.runner.apply(saving, office.digests.owner(user), state -> state.saved(change));
    }

    /** R-TOK-7: whatever else is under way for the account was begun under other methods. */
    private void endOthers(UserId user, FlowId except) {
        try {
            office.digests
                    .owners(user)
                    .forEach(tag ->
                            Spi.ask("flow-store", () -> office.plugs.flows().endOwner(tag, except)));
        } catch (UnavailableException e) {
            // A reset looks at the methods again before it writes: this is tidiness.
            return;
        }
    }

    private void audit(FlowId flow, Change change, SecurityInfoChanged.Change what, SecurityInfo info) {
        AuditType type = switch (what) {
            case ADDED -> AuditType.METHOD_REGISTERED;
            case REMOVED -> AuditType.METHOD_REMOVED;
            default -> AuditType.METHOD_CHANGED;
        };
        Map<String, String> attributes =
                new HashMap<>(Map.of("method", change.kind().value()));
        attributes.put(
                "entra.activity",
                what == SecurityInfoChanged.Change.REMOVED
                        ? "User deleted security info"
                        : what == SecurityInfoChanged.Change.ADDED
                                ? "User registered security info"
                                : "User updated security info");
        office.note(type, Outcome.SUCCESS, Optional.of(flow), info.user(), attributes);
        boolean complete = office.rules.counting(info, office.now())
                >= office.rules.policy().toRegister();
        if (change.comes().isPresent() && complete) {
            office.note(
                    AuditType.REGISTRATION_COMPLETE,
                    Outcome.SUCCESS,
                    Optional.of(flow),
                    info.user(),
                    Map.of("entra.activity", "User registered all required security info"));
        }
        change.comes().flatMap(Entry::destination).ifPresent(to -> later(() -> shared(flow, info.user(), to)));
    }

    /** What depends on other accounts is none of the calling thread's work (R-ENUM-8). */
    private void later(Runnable count) {
        try {
            office.plugs.executor().execute(count);
        } catch (RejectedExecutionException e) {
            // The host is closing: a count that is short by one is no reason to fail a registration.
            return;
        }
    }

    /** One mailbox or phone on many accounts is allowed, counted and reported; nobody is refused for it (R-ENUM-8). */
    private void shared(FlowId flow, UserId user, Destination to) {
        try {
            Budget.Line line = new Budget.Line(office.budget.key("shared", to.endpoint()), Long.MAX_VALUE, YEAR);
            office.charge(line);
            long accounts = office.budget.total(line.key(), YEAR);
            if (accounts >= SHARED_BY_MANY) {
                office.note(
                        AuditType.DESTINATION_SHARED,
                        Outcome.SUCCESS,
                        Optional.of(flow),
                        user,
                        Map.of("registrations", String.valueOf(accounts)));
            }
        } catch (UnavailableException e) {
            // A count that is short by one is no reason to fail a registration.
            return;
        }
    }
}
