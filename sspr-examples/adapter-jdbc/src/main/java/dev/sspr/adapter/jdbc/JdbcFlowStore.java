package dev.sspr.adapter.jdbc;

import dev.sspr.spi.Digest;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.FlowStore;
import dev.sspr.spi.OwnerTag;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.SealedBody;
import dev.sspr.spi.SealingKeys;
import dev.sspr.spi.StoredFlow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Flows in {@code sspr_flows}: one row each, replaced by its version.
 *
 * <p><b>Threads.</b> Safe for any number of threads and nodes.
 */
public final class JdbcFlowStore implements FlowStore, SealingKeys {
    private final Database database;
    private final String tenant;

    JdbcFlowStore(Database database, String tenant) {
        this.database = database;
        this.tenant = tenant;
    }

    @Override
    public Inserted insert(StoredFlow flow) {
        Objects.requireNonNull(flow, "flow");
        return database.run("insert a flow", sql -> {
            try {
                sql.update(
                        "INSERT INTO sspr_flows (tenant, id, owner, purpose, version, expires_at, wake_at, body)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                        tenant,
                        flow.id().digest().bytes(),
                        flow.owner().digest().bytes(),
                        flow.purpose().name(),
                        flow.version(),
                        Millis.floor(flow.expiresAt()),
                        wakeAt(flow),
                        flow.body().bytes());
                return Inserted.INSERTED;
            } catch (SQLException failure) {
                if (Dialect.duplicate(failure)) {
                    return Inserted.EXISTS;
                }
                throw failure;
            }
        });
    }

    @Override
    public Optional<StoredFlow> find(FlowId id) {
        Objects.requireNonNull(id, "id");
        return database.run(
                "find a flow",
                sql -> sql
                        .query(
                                row -> flow(id, row),
                                "SELECT owner, purpose, version, expires_at, wake_at, body FROM sspr_flows"
                                        + " WHERE tenant = ? AND id = ?",
                                tenant,
                                id.digest().bytes())
                        .stream()
                        .findFirst());
    }

    @Override
    public Replaced replace(StoredFlow next) {
        Objects.requireNonNull(next, "next");
        byte[] id = next.id().digest().bytes();
        return database.run("replace a flow", sql -> {
            int replaced = sql.update(
                    "UPDATE sspr_flows SET owner = ?, purpose = ?, version = ?, expires_at = ?, wake_at = ?, body = ?"
                            + " WHERE tenant = ? AND id = ? AND version = ?",
                    next.owner().digest().bytes(),
                    next.purpose().name(),
                    next.version(),
                    Millis.floor(next.expiresAt()),
                    wakeAt(next),
                    next.body().bytes(),
                    tenant,
                    id,
                    next.version() - 1);
            if (replaced == 1) {
                return Replaced.REPLACED;
            }
            return sql.query(row -> row.getInt(1), "SELECT 1 FROM sspr_flows WHERE tenant = ? AND id = ?", tenant, id)
                            .isEmpty()
                    ? Replaced.GONE
                    : Replaced.STALE;
        });
    }

    @Override
    public int endOwner(OwnerTag owner, FlowId except) {
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(except, "except");
        return database.run(
                "end an owner's flows",
                sql -> sql.update(
                        "DELETE FROM sspr_flows WHERE tenant = ? AND owner = ? AND id <> ?",
                        tenant,
                        owner.digest().bytes(),
                        except.digest().bytes()));
    }

    @Override
    public List<StoredFlow> ofOwner(OwnerTag owner, int limit) {
        Objects.requireNonNull(owner, "owner");
        Limits.positive(limit);
        return database.run(
                "list an owner's flows",
                sql -> sql.query(
                        row -> flow(new FlowId(Digest.of(row.getBytes("id"))), row),
                        "SELECT id, owner, purpose, version, expires_at, wake_at, body FROM sspr_flows"
                                + " WHERE tenant = ? AND owner = ? LIMIT ?",
                        tenant,
                        owner.digest().bytes(),
                        limit));
    }

    @Override
    public List<FlowId> due(Instant now, int limit) {
        Objects.requireNonNull(now, "now");
        Limits.positive(limit);
        return database.run(
                "list due flows",
                sql -> sql.query(
                        row -> new FlowId(Digest.of(row.getBytes(1))),
                        "SELECT id FROM sspr_flows WHERE tenant = ? AND wake_at <= ? ORDER BY wake_at, id LIMIT ?",
                        tenant,
                        Millis.floor(now),
                        limit));
    }

    @Override
    public int purge(Instant before, int limit) {
        Objects.requireNonNull(before, "before");
        Limits.positive(limit);
        long from = Millis.ceiling(before);
        // the outer condition is judged again for a row that another node has just prolonged
        // by id, because H2 judges a subquery with a limit anew while rows go
        return database.run("purge flows", sql -> {
            List<byte[]> over = sql.query(
                    row -> row.getBytes("id"),
                    "SELECT id FROM sspr_flows WHERE tenant = ? AND expires_at < ? ORDER BY expires_at LIMIT ?",
                    tenant,
                    from,
                    limit);
            int gone = 0;
            for (byte[] id : over) {
                gone += sql.update(
                        "DELETE FROM sspr_flows WHERE tenant = ? AND id = ? AND expires_at < ?", tenant, id, from);
            }
            return gone;
        });
    }

    /** Reads every flow: it is asked for by an operator. */
    @Override
    public Set<Integer> keys() {
        return database.run(
                "list the keys of flows",
                sql -> sql
                        .query(
                                row -> row.getBytes(1),
                                "SELECT DISTINCT SUBSTRING(body FROM 1 FOR 1) FROM sspr_flows WHERE tenant = ?",
                                tenant)
                        .stream()
                        .filter(first -> first.length > 0)
                        .map(first -> Byte.toUnsignedInt(first[0]))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public long count(int key) {
        return database.run(
                "count flows by key",
                sql -> sql.query(
                                row -> row.getLong(1),
                                "SELECT COUNT(*) FROM sspr_flows WHERE tenant = ? AND SUBSTRING(body FROM 1 FOR 1) = ?",
                                tenant,
                                new byte[] {(byte) key})
                        .get(0));
    }

    private static StoredFlow flow(FlowId id, ResultSet row) throws SQLException {
        long wakeAt = row.getLong("wake_at");
        Optional<Instant> wake = row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(wakeAt));
        return new StoredFlow(
                id,
                new OwnerTag(Digest.of(row.getBytes("owner"))),
                Purpose.valueOf(row.getString("purpose")),
                row.getLong("version"),
                Instant.ofEpochMilli(row.getLong("expires_at")),
                wake,
                SealedBody.of(row.getBytes("body")));
    }

    private static @Nullable Long wakeAt(StoredFlow flow) {
        return flow.wakeAt().map(Millis::floor).orElse(null);
    }
}
