package dev.sspr.adapter.jdbc;

import dev.sspr.spi.Generation;
import dev.sspr.spi.RepairStore;
import dev.sspr.spi.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Open repairs of two stores in {@code sspr_repairs}: one row each, to the millisecond.
 *
 * <p><b>Threads.</b> Safe for any number of threads and nodes.
 */
public final class JdbcRepairStore implements RepairStore {
    private final Database database;
    private final String tenant;

    JdbcRepairStore(Database database, String tenant) {
        this.database = database;
        this.tenant = tenant;
    }

    @Override
    public void put(RepairStore.Task task) {
        Objects.requireNonNull(task, "task");
        database.run("keep a repair", sql -> {
            if (update(sql, task) > 0) {
                return true;
            }
            try {
                sql.update(
                        "INSERT INTO sspr_repairs (account_id, first_generation, second_generation,"
                                + " landed_generation, since, not_before, tenant, id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                        values(task));
            } catch (SQLException failure) {
                if (!Dialect.duplicate(failure)) {
                    throw failure;
                }
                // another node put it in between
                update(sql, task);
            }
            return true;
        });
    }

    private int update(Sql sql, RepairStore.Task task) throws SQLException {
        return sql.update(
                "UPDATE sspr_repairs SET account_id = ?, first_generation = ?, second_generation = ?,"
                        + " landed_generation = ?, since = ?, not_before = ? WHERE tenant = ? AND id = ?",
                values(task));
    }

    private Object[] values(RepairStore.Task task) {
        return new Object[] {
            task.user().value(),
            task.first().value(),
            task.second().value(),
            task.landed().map(Generation::value).orElse(null),
            Millis.floor(task.since()),
            // never before its time
            Millis.ceiling(task.notBefore()),
            tenant,
            task.id()
        };
    }

    @Override
    public void remove(String id) {
        Objects.requireNonNull(id, "id");
        database.run(
                "remove a repair",
                sql -> sql.update("DELETE FROM sspr_repairs WHERE tenant = ? AND id = ?", tenant, id));
    }

    @Override
    public List<RepairStore.Task> due(Instant now, int limit) {
        Objects.requireNonNull(now, "now");
        Limits.positive(limit);
        return database.run(
                "list due repairs",
                sql -> sql.query(
                        JdbcRepairStore::task,
                        "SELECT id, account_id, first_generation, second_generation, landed_generation, since,"
                                + " not_before FROM sspr_repairs WHERE tenant = ? AND not_before <= ? ORDER BY not_before, id LIMIT ?",
                        tenant,
                        Millis.floor(now),
                        limit));
    }

    private static RepairStore.Task task(ResultSet row) throws SQLException {
        return new RepairStore.Task(
                row.getString("id"),
                new UserId(row.getString("account_id")),
                new Generation(row.getString("first_generation")),
                new Generation(row.getString("second_generation")),
                Optional.ofNullable(row.getString("landed_generation")).map(Generation::new),
                Instant.ofEpochMilli(row.getLong("since")),
                Instant.ofEpochMilli(row.getLong("not_before")));
    }
}
