package dev.sspr.internal.engine;

import dev.sspr.spi.SessionRevoker;
import dev.sspr.spi.UserId;
import java.time.Duration;
import java.time.Instant;

/** Guards a session revoker. */
record GuardedSessionRevoker(SessionRevoker sessions) implements SessionRevoker {
    private static final String ROLE = "session-revoker";

    @Override
    public Revocation revokeAll(UserId user, Instant issuedBefore) {
        return RoleGuard.ask(ROLE, () -> sessions.revokeAll(user, issuedBefore));
    }

    @Override
    public Revocation revokeAll(UserId user, Instant issuedBefore, Duration margin) {
        return RoleGuard.ask(ROLE, () -> sessions.revokeAll(user, issuedBefore, margin));
    }
}
