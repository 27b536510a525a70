package dev.sspr.internal.verification.work;

import dev.sspr.internal.engine.StoredState;
import dev.sspr.internal.engine.Workers;
import dev.sspr.internal.verification.state.AwaitingResponse;
import dev.sspr.internal.verification.state.ChargedAttempt;
import dev.sspr.internal.verification.state.FlowState;
import dev.sspr.spi.Account;
import dev.sspr.spi.AuditEvent.Outcome;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.Destination;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Notice.SecurityInfoChanged;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Disables a method after too many failures or the use of a copy, and notifies its owner, away from the caller's thread, so
 * that an attacker cannot observe it (R-RATE-3, R-WA-7).
 */
public final class MethodDisabler {
    private static final Duration NOTICE_LIFE = Duration.ofDays(7);
    private static final Logger LOG = LoggerFactory.getLogger(MethodDisabler.class);

    private final FlowServices services;

    public MethodDisabler(FlowServices services) {
        this.services = services;
    }

    public void later(StoredState<FlowState> found, ChargedAttempt charged) {
        if (!(found.state() instanceof AwaitingResponse state)) {
            return;
        }
        try {
            Workers workers = services.environment.executor();
            Runnable disable = () -> disable(found, state, charged.challenge().kind());
            workers.execute(() -> workers.send(disable));
        } catch (RejectedExecutionException e) {
            LOG.warn(
                    "the executor refused to disable a method of flow {}",
                    found.id().digest());
        }
    }

    private void disable(StoredState<FlowState> found, AwaitingResponse state, MethodKind kind) {
        // Asked here and not before, so that a decoy costs the caller's thread as much.
        boolean disabled = services.guards.real(state.subject())
                && services.catalog.disable(state.subject().user(), kind);
        if (!disabled) {
            return;
        }
        services.note(
                AuditType.METHOD_DISABLED,
                Outcome.FAILURE,
                found.id(),
                state.subject().audited(),
                "method",
                kind.value());
        Optional<Account> account =
                services.environment.users().load(state.subject().user());
        Locale locale = BackgroundTask.locale(account, state);
        for (Destination to : account.map(services::addresses).orElse(List.of())) {
            SecurityInfoChanged content = new SecurityInfoChanged(
                    SecurityInfoChanged.Change.DISABLED, kind, services.now(), Optional.empty());
            services.environment
                    .dispatcher()
                    .send(
                            found.id(),
                            kind.value(),
                            to,
                            content,
                            locale,
                            services.now().plus(NOTICE_LIFE));
        }
    }
}
