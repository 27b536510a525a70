package dev.sspr.adapter.jdbc;

import dev.sspr.spi.AuditEvent;
import dev.sspr.spi.AuditSink;
import dev.sspr.spi.AuditTrail;
import dev.sspr.spi.AuditType;
import dev.sspr.spi.Digest;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Events in {@code sspr_audit}: one row each, in the order of recording, and read back by account. Columns are those of
 * the published schema; attributes are one text, {@code name=value} joined by {@code &}, in which everything but plain
 * ASCII is written as {@code %} and four hexadecimal digits, so that no value forges another (R-LOG-2).
 *
 * <p>Rows are only ever added: this class has no way to change or remove one. Let the engine's role INSERT and SELECT on
 * this table and no more.
 *
 * <p><b>Retention.</b> How long events may be kept is the host's to say, and it is a job of the host's that deletes by
 * {@code (tenant, at)}, for which there is an index. No event holds a login name, an address or a secret (R-LOG-3), but an
 * account id and a source are personal data where they lead to a person. A host that must not keep them puts a sink in
 * front that replaces both by keyed hashes (HMAC-SHA-256 with a key of its own, not a bare hash, which anybody can undo by
 * trying all ids); {@link #recent} then finds an account by the same keyed hash of its id.
 *
 * <p><b>Threads.</b> Safe for any number of threads and nodes.
 */
public final class JdbcAuditSink implements AuditSink, AuditTrail {
    private final Database database;
    private final String tenant;

    JdbcAuditSink(Database database, String tenant) {
        this.database = database;
        this.tenant = tenant;
    }

    @Override
    public void record(AuditEvent event) {
        Objects.requireNonNull(event, "event");
        database.run(
                "record an event",
                sql -> sql.update(
                        "INSERT INTO sspr_audit"
                                + " (tenant, at, type, outcome, purpose, flow, account_id, source, attributes)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        tenant,
                        Millis.floor(event.at()),
                        event.type().name(),
                        event.outcome().name(),
                        event.purpose().name(),
                        event.flow().map(flow -> flow.digest().bytes()).orElse(null),
                        event.user().map(UserId::value).orElse(null),
                        event.source().map(AuditText::written).orElse(null),
                        AuditText.written(event.attributes())));
    }

    @Override
    public List<AuditEvent> recent(UserId user, int most) {
        Objects.requireNonNull(user, "user");
        if (most < 1 || most > MOST) {
            throw new IllegalArgumentException("a number of events is 1 to " + MOST + ", this is " + most);
        }
        return database.run(
                "read an account's events",
                sql -> sql.query(
                        row -> event(user, row),
                        "SELECT at, type, outcome, purpose, flow, source, attributes FROM sspr_audit"
                                + " WHERE tenant = ? AND account_id = ? ORDER BY number DESC LIMIT ?",
                        tenant,
                        user.value(),
                        most));
    }

    private static AuditEvent event(UserId user, ResultSet row) throws SQLException {
        return new AuditEvent(
                AuditType.valueOf(row.getString("type")),
                AuditEvent.Outcome.valueOf(row.getString("outcome")),
                Instant.ofEpochMilli(row.getLong("at")),
                Purpose.valueOf(row.getString("purpose")),
                Optional.ofNullable(row.getBytes("flow")).map(bytes -> new FlowId(Digest.of(bytes))),
                Optional.of(user),
                Optional.ofNullable(row.getString("source")).map(AuditText::read),
                AuditText.attributes(row.getString("attributes")));
    }
}
