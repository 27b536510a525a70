package dev.sspr.adapter.jdbc;

import dev.sspr.spi.CounterKey;
import dev.sspr.spi.CounterStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Counters in {@code sspr_counters}: one row each, with its sum and the end of its window, which one statement judges
 * and changes.
 *
 * <p>It forgets no open window (C9): the database's disk is the bound. Call {@link #purge} now and then.
 *
 * <p><b>Threads.</b> Safe for any number of threads and nodes.
 */
public final class JdbcCounterStore implements CounterStore {
    private final Database database;
    private final String tenant;

    private record Window(long total, Instant end) {
        static Window of(ResultSet row) throws SQLException {
            return new Window(row.getLong("total"), Instant.ofEpochMilli(row.getLong("resets_at")));
        }

        /** Whether an amount above 0 would be added; written so that no sum wraps around. */
        boolean takes(long amount, long limit) {
            return amount <= limit && total <= limit - amount;
        }
    }

    JdbcCounterStore(Database database, String tenant) {
        this.database = database;
        this.tenant = tenant;
    }

    @Override
    public CounterStore.Charge add(CounterKey key, long amount, long limit, Duration window, Instant now) {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(now, "now");
        Limits.notNegative("amount", amount);
        Limits.notNegative("limit", limit);
        if (window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException("a window is longer than nothing, this is " + window);
        }
        byte[] id = key.digest().bytes();
        long instant = Millis.floor(now);
        long end = Millis.end(instant, window);
        Window empty = new Window(0, Instant.ofEpochMilli(end));
        return database.run("add to a counter", sql -> {
            if (amount == 0) {
                Window open = open(sql, id, instant).orElse(empty);
                return new CounterStore.Charge.Added(open.total(), open.end());
            }
            while (true) {
                List<Window> added = sql.query(
                        Window::of, database.dialect().addToCounter(), tenant, id, amount, limit, instant, end);
                if (!added.isEmpty()) {
                    return new CounterStore.Charge.Added(
                            added.get(0).total(), added.get(0).end());
                }
                // one that would take it now was emptied in between: once more
                Window full = open(sql, id, instant).orElse(empty);
                if (!full.takes(amount, limit)) {
                    return new CounterStore.Charge.Full(full.total(), full.end());
                }
            }
        });
    }

    @Override
    public void refund(CounterKey key, long amount, Instant now) {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(now, "now");
        Limits.notNegative("amount", amount);
        database.run(
                "refund a counter",
                sql -> sql.update(
                        "UPDATE sspr_counters SET total = CASE WHEN total > ? THEN total - ? ELSE 0 END"
                                + " WHERE tenant = ? AND id = ? AND resets_at > ?",
                        amount,
                        amount,
                        tenant,
                        key.digest().bytes(),
                        Millis.floor(now)));
    }

    @Override
    public void clear(CounterKey key) {
        Objects.requireNonNull(key, "key");
        database.run(
                "clear a counter",
                sql -> sql.update(
                        "DELETE FROM sspr_counters WHERE tenant = ? AND id = ?",
                        tenant,
                        key.digest().bytes()));
    }

    /**
     * Removes counters whose window has ended.
     *
     * @param before windows that ended earlier; leave nodes whose clock is behind some room, such as an hour
     * @param limit how many at most, 1 or more
     * @return how many went
     */
    public int purge(Instant before, int limit) {
        Objects.requireNonNull(before, "before");
        Limits.positive(limit);
        long from = Millis.ceiling(before);
        return database.run("purge counters", sql -> {
            List<byte[]> over = sql.query(
                    row -> row.getBytes("id"),
                    "SELECT id FROM sspr_counters WHERE tenant = ? AND resets_at < ? ORDER BY resets_at LIMIT ?",
                    tenant,
                    from,
                    limit);
            int gone = 0;
            for (byte[] id : over) {
                gone += sql.update(
                        "DELETE FROM sspr_counters WHERE tenant = ? AND id = ? AND resets_at < ?", tenant, id, from);
            }
            return gone;
        });
    }

    private Optional<Window> open(Sql sql, byte[] id, long instant) throws SQLException {
        return sql
                .query(
                        Window::of,
                        "SELECT total, resets_at FROM sspr_counters WHERE tenant = ? AND id = ? AND resets_at > ?",
                        tenant,
                        id,
                        instant)
                .stream()
                .findFirst();
    }
}
