package dev.sspr.internal.helpdesk;

import dev.sspr.admin.AccountView;
import dev.sspr.internal.engine.RoleGuard;
import dev.sspr.spi.AuditSink;
import dev.sspr.spi.AuditTrail;
import dev.sspr.spi.UserId;
import java.util.List;
import java.util.Optional;

/** Reads back what happened to an account. */
public interface AuditHistory {
    /** How many events a look shows. */
    int SHOWN = 20;

    /** The latest first, {@link #SHOWN} at most. */
    List<AccountView.RecentEvent> recent(UserId user);

    /** Over a sink that can be asked; others keep what they know to themselves. */
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
