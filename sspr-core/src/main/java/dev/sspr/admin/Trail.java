package dev.sspr.admin;

import dev.sspr.spi.AuditSink;
import dev.sspr.spi.AuditTrail;
import dev.sspr.spi.UserId;
import java.util.List;
import java.util.Optional;

/** Reads back what happened to an account. */
interface Trail {
    /** How many events a look shows. */
    int SHOWN = 20;

    /** The latest first, {@link #SHOWN} at most. */
    List<Happening> recent(UserId user);

    /** Over a sink that can be asked; others keep what they know to themselves. */
    static Optional<Trail> of(AuditSink sink) {
        return sink instanceof AuditTrail trail
                ? Optional.of(user -> trail.recent(user, SHOWN).stream()
                        .map(event -> new Happening(event.type(), event.outcome(), event.purpose(), event.at()))
                        .toList())
                : Optional.empty();
    }
}
