package dev.sspr.internal.registration;

import dev.sspr.flow.UnavailableException;
import dev.sspr.internal.engine.Budget;
import dev.sspr.internal.engine.StoredState;
import dev.sspr.internal.securityinfo.RegisteredMethod;
import dev.sspr.internal.securityinfo.SecurityInfo;
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

/** Follows up on a stored change: ends other flows of the account, notifies its addresses, audits the change. */
final class ChangeFollowUp {
    private static final Duration YEAR = Duration.ofDays(365);
    /** The number of accounts with one mailbox or phone that is reported (R-REG-9). */
    private static final long SHARED_BY_MANY = 5;

    private final RegistrationServices services;
    private final ChangeNotifier notifier;

    ChangeFollowUp(RegistrationServices services) {
        this.services = services;
        this.notifier = new ChangeNotifier(services);
    }

    void of(StoredState<RegistrationPhase> saving, MethodChange methodChange, SecurityInfo info, boolean complete) {
        UserId user = info.user();
        endOthers(user, saving.id());
        SecurityInfoChanged.Change what = methodChange.comes().isEmpty()
                ? SecurityInfoChanged.Change.REMOVED
                : methodChange.goes().isPresent()
                        ? SecurityInfoChanged.Change.REPLACED
                        : SecurityInfoChanged.Change.ADDED;
        notifier.of(
                saving.id(),
                methodChange,
                what,
                ((Saving) saving.state()).since(),
                info,
                saving.state().header().locale());
        audit(saving.id(), methodChange, what, info, complete);
        services.runner.apply(saving, services.digests.owner(user), state -> state.saved(methodChange));
    }

    /** R-TOK-7: other open flows of the account began under other methods. */
    private void endOthers(UserId user, FlowId except) {
        try {
            services.accountFlows.end(user, except);
        } catch (UnavailableException e) {
            // A reset checks the methods again before it writes, so this may fail.
            return;
        }
    }

    private void audit(
            FlowId flow,
            MethodChange methodChange,
            SecurityInfoChanged.Change what,
            SecurityInfo info,
            boolean complete) {
        AuditType type = switch (what) {
            case ADDED -> AuditType.METHOD_REGISTERED;
            case REMOVED -> AuditType.METHOD_REMOVED;
            default -> AuditType.METHOD_CHANGED;
        };
        Map<String, String> attributes =
                new HashMap<>(Map.of("method", methodChange.kind().value()));
        attributes.put(
                "entra.activity",
                what == SecurityInfoChanged.Change.REMOVED
                        ? "User deleted security info"
                        : what == SecurityInfoChanged.Change.ADDED
                                ? "User registered security info"
                                : "User updated security info");
        services.note(type, Outcome.SUCCESS, Optional.of(flow), info.user(), attributes);
        if (methodChange.comes().isPresent() && complete) {
            services.note(
                    AuditType.REGISTRATION_COMPLETE,
                    Outcome.SUCCESS,
                    Optional.of(flow),
                    info.user(),
                    Map.of("entra.activity", "User registered all required security info"));
        }
        methodChange
                .comes()
                .flatMap(RegisteredMethod::destination)
                .ifPresent(to -> later(() -> shared(flow, info.user(), to)));
    }

    /** Work that depends on other accounts leaves the calling thread (R-ENUM-8). */
    private void later(Runnable count) {
        try {
            services.environment.executor().execute(count);
        } catch (RejectedExecutionException e) {
            // The host is closing. A count that misses one must not fail a registration.
            return;
        }
    }

    /** A mailbox or phone shared by many accounts is counted and reported, never refused (R-ENUM-8). */
    private void shared(FlowId flow, UserId user, Destination to) {
        try {
            services.marks.add(Budget.ACCOUNTS_OF_DESTINATION, to.endpoint(), YEAR);
            long accounts = services.marks.total(Budget.ACCOUNTS_OF_DESTINATION, to.endpoint(), YEAR);
            if (accounts >= SHARED_BY_MANY) {
                services.note(
                        AuditType.DESTINATION_SHARED,
                        Outcome.SUCCESS,
                        Optional.of(flow),
                        user,
                        Map.of("registrations", String.valueOf(accounts)));
            }
        } catch (UnavailableException e) {
            // A count that misses one must not fail a registration.
            return;
        }
    }
}
