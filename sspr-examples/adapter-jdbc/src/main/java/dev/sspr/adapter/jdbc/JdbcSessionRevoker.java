package dev.sspr.adapter.jdbc;

import dev.sspr.spi.SessionRevoker;
import dev.sspr.spi.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * Ends the sessions of {@link JdbcSessions}: it notes from when on tokens of an account count, which kills earlier ones
 * that another node is still writing down, and deletes what it finds.
 *
 * <p><b>Threads.</b> Safe for any number of threads and nodes.
 */
public final class JdbcSessionRevoker implements SessionRevoker {
    private final Database database;
    private final String tenant;

    JdbcSessionRevoker(Database database, String tenant) {
        this.database = database;
        this.tenant = tenant;
    }

    @Override
    public SessionRevoker.Revocation revokeAll(UserId user, Instant issuedBefore) {
        long from = Millis.ceiling(Objects.requireNonNull(issuedBefore, "issuedBefore"));
        return revoke(user, from, from);
    }

    @Override
    public SessionRevoker.Revocation revokeAll(UserId user, Instant issuedBefore, Duration margin) {
        long from = Millis.ceiling(Objects.requireNonNull(issuedBefore, "issuedBefore"));
        return revoke(user, from, from + margin.toMillis() + 1);
    }

    private SessionRevoker.Revocation revoke(UserId user, long from, long existing) {
        Objects.requireNonNull(user, "user");
        return database.transaction("end an account's sessions", sql -> {
            sql.update(database.dialect().raiseRevocation(), tenant, user.value(), from);
            int ended = sql.update(
                    "DELETE FROM sspr_sessions WHERE tenant = ? AND account_id = ? AND issued_at < ?",
                    tenant,
                    user.value(),
                    existing);
            return new SessionRevoker.Revocation.Ended(ended);
        });
    }
}
