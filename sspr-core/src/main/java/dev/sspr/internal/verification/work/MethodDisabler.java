package dev.sspr.internal.verification.work;

import dev.sspr.internal.engine.Budget;
import dev.sspr.internal.engine.NoticeOutbox.Attempt;
import dev.sspr.internal.engine.NoticeOutbox.Outgoing;
import dev.sspr.internal.engine.PendingNotice;
import dev.sspr.internal.engine.RateLimit;
import dev.sspr.internal.engine.StoredState;
import dev.sspr.internal.engine.Workers;
import dev.sspr.internal.messages.Recipient;
import dev.sspr.internal.verification.state.AwaitingResponse;
import dev.sspr.internal.verification.state.ChargedAttempt;
import dev.sspr.internal.verification.state.FlowState;
import dev.sspr.spi.Account;
import dev.sspr.spi.AuditEvent.Outcome;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.Challenge;
import dev.sspr.spi.Destination;
import dev.sspr.spi.Notice.SecurityInfoChanged;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Disables a method after too many failures or the use of a copy, away from the caller's thread, so that an attacker cannot
 * observe it (R-RATE-3, R-WA-7). Its owner is told first: after the disabling the method's own address would be missing.
 */
public final class MethodDisabler {
    private static final Duration NOTICE_LIFE = Duration.ofDays(7);
    private static final Logger LOG = LoggerFactory.getLogger(MethodDisabler.class);

    private final FlowServices services;

    public MethodDisabler(FlowServices services) {
        this.services = services;
    }

    /** Why a method is disabled. */
    public enum Cause {
        /**
         * Too many failures: the count in a row already refuses every guess, so the method is disabled once every address
         * was told. Each further guess tries the addresses that have not accepted the notice.
         */
        FAILURES,
        /** The holder of a copy answers right, so the method is disabled whoever could be told. */
        COPY
    }

    public void later(StoredState<FlowState> found, ChargedAttempt charged, Cause cause) {
        if (!(found.state() instanceof AwaitingResponse state)) {
            return;
        }
        try {
            Workers workers = services.environment.executor();
            Runnable disable = () -> disable(found, state, charged.challenge(), cause);
            workers.execute(() -> workers.send(disable));
        } catch (RejectedExecutionException e) {
            LOG.warn(
                    "the executor refused to disable a method of flow {}",
                    found.id().digest());
        }
    }

    private void disable(StoredState<FlowState> found, AwaitingResponse state, Challenge asked, Cause cause) {
        boolean failures = cause == Cause.FAILURES;
        if (!services.guards.real(state.subject())
                || (failures && !services.catalog.isEnabled(asked.user(), asked.kind()))) {
            return;
        }
        Optional<Account> account = services.environment.users().load(asked.user());
        Recipient recipient = new Recipient(account, state.header().locale());
        Map<Destination, RateLimit> addresses = new LinkedHashMap<>();
        account.map(services::addresses).orElse(List.of()).forEach(to -> addresses.put(to, accepted(asked, to)));
        boolean told = told(found, asked, addresses, recipient);
        if (failures && !told) {
            return;
        }
        // the verifier has disabled a copied method already
        boolean disabled = services.catalog.disable(asked.user(), asked.kind());
        if (failures && !disabled) {
            return;
        }
        services.note(
                AuditType.METHOD_DISABLED,
                Outcome.FAILURE,
                found.id(),
                state.subject().audited(),
                "method",
                asked.kind().value());
        // a method that is enabled and disabled again is told of again
        addresses.values().forEach(services.limiter::clear);
    }

    private RateLimit accepted(Challenge asked, Destination to) {
        String which = asked.user().value() + "/" + asked.kind().value() + "/" + to.endpoint();
        return RateLimit.fixed(services.limiter.key(Budget.NOTICE_ACCEPTED, which), 1, NOTICE_LIFE);
    }

    /** Tells every address that has not accepted the notice; returns whether none is left to retry. */
    private boolean told(
            StoredState<FlowState> found, Challenge asked, Map<Destination, RateLimit> addresses, Recipient recipient) {
        SecurityInfoChanged content = new SecurityInfoChanged(
                SecurityInfoChanged.Change.DISABLED, asked.kind(), services.now(), Optional.empty());
        PendingNotice notice = PendingNotice.due(services.now(), services.now().plus(NOTICE_LIFE));
        boolean all = true;
        for (Map.Entry<Destination, RateLimit> one : addresses.entrySet()) {
            if (!services.limiter.isFull(one.getValue())) {
                Outgoing message = new Outgoing(one.getKey(), asked.kind().value(), content, recipient);
                Attempt made = services.outbox.attempt(found.id(), notice, List.of(message));
                if (made.complete()) {
                    services.limiter.charge(List.of(one.getValue()));
                }
                all &= made.complete();
            }
        }
        return all;
    }
}
