package dev.sspr.internal.helpdesk;

import dev.sspr.admin.AccountView;
import dev.sspr.internal.engine.RoleGuard;
import dev.sspr.spi.AuditSink;
import dev.sspr.spi.AuditTrail;
import dev.sspr.spi.UserId;
import java.util.List;
import java.util.Optional;

/** Reads the recent events of an account. */
public interface AuditHistory {
    /** The number of events in an inspection. */
    int SHOWN = 20;

    /** Returns the latest events first, at most {@link #SHOWN}. */
    List<AccountView.RecentEvent> recent(UserId user);

    /** Wraps a sink that can be read; empty for other sinks. */
    static Optional<AuditHistory> of(AuditSink sink) {
        return sink instanceof AuditTrail trail
                ? Optional.of(user -> RoleGuard.ask("audit-trail", () -> shown(trail, user)))
                : Optional.empty();
    }

    private static List<AccountView.RecentEvent> shown(AuditTrail trail, UserId user) {
        return trail.recent(user, SHOWN).stream()
                .map(event -> new AccountView.RecentEvent(event.type(), event.outcome(), event.purpose(), event.at()))
                .toList();
    }
}
