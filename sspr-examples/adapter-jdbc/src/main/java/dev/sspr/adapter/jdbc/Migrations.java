package dev.sspr.adapter.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * Brings the schema up to date, and refuses one that it does not know.
 *
 * <p>{@code sspr_schema} has a row for each step that was applied, with the checksum of its text. A step is applied
 * once, also if several nodes start together. Steps that were applied are never altered.
 */
public final class Migrations {
    /** A step may rewrite a large table, or wait for another node that does. */
    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    private Migrations() {}

    /**
     * Applies the steps that are missing.
     *
     * @param source PostgreSQL or H2, as somebody who may create tables
     * @return the version of the schema now
     * @throws IllegalArgumentException if it is another database
     * @throws IllegalStateException if the schema is newer than this adapter, or an applied step has another checksum
     * @throws dev.sspr.spi.BackendUnavailableException if the database does not answer
     */
    public static int apply(DataSource source) {
        Objects.requireNonNull(source, "source");
        Database database = Database.of(source, TIMEOUT, TIMEOUT);
        return apply(database, Migration.of(database.dialect()));
    }

    /** Steps must be in the order of their versions, without gaps from 1. */
    static int apply(Database database, List<Migration> steps) {
        String operation = "bring the schema up to date";
        Dialect dialect = database.dialect();
        Database.Work<Integer> work = sql -> missing(sql, dialect, steps);
        return dialect.changesSchemaInTransactions()
                ? database.transaction(operation, work)
                : database.changingSchema().run(operation, work);
    }

    private static int missing(Sql sql, Dialect dialect, List<Migration> steps) throws SQLException {
        for (String statement : dialect.prepareSchema()) {
            sql.execute(statement);
        }
        Map<Integer, String> applied = new TreeMap<>();
        sql.query(
                row -> applied.put(row.getInt("version"), row.getString("checksum")),
                "SELECT version, checksum FROM sspr_schema");
        for (Map.Entry<Integer, String> step : applied.entrySet()) {
            check(step.getKey(), step.getValue(), steps);
        }
        for (Migration step : steps) {
            if (!applied.containsKey(step.version())) {
                for (String statement : step.statements()) {
                    sql.execute(statement);
                }
                sql.update(
                        "INSERT INTO sspr_schema (version, checksum, applied_at) VALUES (?, ?, ?)",
                        step.version(),
                        step.checksum(),
                        System.currentTimeMillis());
            }
        }
        return steps.size();
    }

    private static void check(int version, String checksum, List<Migration> steps) {
        if (version > steps.size()) {
            throw new IllegalStateException("the sspr schema in the database has version " + version
                    + ", this adapter knows " + steps.size() + " at most: use a newer adapter");
        }
        if (!steps.get(version - 1).checksum().equals(checksum)) {
            throw new IllegalStateException("version " + version
                    + " of the sspr schema in the database was made from another text than this adapter has");
        }
    }
}
