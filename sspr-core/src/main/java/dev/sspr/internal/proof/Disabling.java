package dev.sspr.internal.proof;

import dev.sspr.internal.engine.Loaded;
import dev.sspr.internal.engine.Spi;
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
 * Takes a registered method out of use, after too many failures or because a copy of it was used, and tells its owner: away
 * from the caller's thread, so that a stranger sees nothing of it (R-RATE-3, R-WA-7).
 */
final class Disabling {
    private static final Duration NOTICE_LIFE = Duration.ofDays(7);
    private static final Logger LOG = LoggerFactory.getLogger(Disabling.class);

    private final Desk desk;

    Disabling(Desk desk) {
        this.desk = desk;
    }

    void later(Loaded<ProofState> found, Receipt receipt) {
        if (!(found.state() instanceof Asking asking) || !desk.rules.real(asking.subject())) {
            return;
        }
        try {
            desk.plugs
                    .executor()
                    .execute(() -> disable(found, asking, receipt.challenge().kind()));
        } catch (RejectedExecutionException e) {
            LOG.warn(
                    "the executor refused to disable a method of flow {}",
                    found.id().digest());
        }
    }

    private void disable(Loaded<ProofState> found, Asking asking, MethodKind kind) {
        boolean disabled = Spi.ask(
                "method-store", () -> desk.methods.disable(asking.subject().user(), kind));
        if (!disabled) {
            return;
        }
        desk.note(
                AuditType.METHOD_DISABLED,
                Outcome.FAILURE,
                found.id(),
                asking.subject().audited(),
                "method",
                kind.value());
        Optional<Account> account = Spi.ask(
                "user-store", () -> desk.plugs.users().load(asking.subject().user()));
        Locale locale = Job.locale(account, asking);
        for (Destination to : account.map(desk::addresses).orElse(List.of())) {
            SecurityInfoChanged content =
                    new SecurityInfoChanged(SecurityInfoChanged.Change.DISABLED, kind, desk.now(), Optional.empty());
            desk.plugs
                    .courier()
                    .send(
                            found.id(),
                            kind.value(),
                            to,
                            content,
                            locale,
                            desk.now().plus(NOTICE_LIFE));
        }
    }
}
