package dev.sspr.adapter.jdbc;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Everything that PostgreSQL and H2 do differently. */
enum Dialect {
    POSTGRESQL("PostgreSQL") {
        @Override
        List<String> prepareSchema() {
            return List.of("SELECT pg_advisory_xact_lock(" + SCHEMA_LOCK + ")", SCHEMA_TABLE);
        }

        @Override
        boolean changesSchemaInTransactions() {
            return true;
        }

        @Override
        String nextGeneration() {
            return "nextval('sspr_generations')";
        }

        @Override
        String returning(String change, String columns) {
            return change + " RETURNING " + columns;
        }

        @Override
        String addToCounter() {
            // waits for a row that another transaction is just inserting, and judges what that one left
            return """
                WITH n (tenant, id, amount, ceiling, instant, ends) AS (VALUES %s)
                INSERT INTO sspr_counters AS c (tenant, id, total, resets_at)
                SELECT tenant, id, amount, ends FROM n WHERE amount <= ceiling
                ON CONFLICT (tenant, id) DO UPDATE SET
                  total = excluded.total + CASE WHEN c.resets_at > (SELECT instant FROM n) THEN c.total ELSE 0 END,
                  resets_at = CASE WHEN c.resets_at > (SELECT instant FROM n) THEN c.resets_at ELSE excluded.resets_at END
                WHERE c.resets_at <= (SELECT instant FROM n) OR c.total <= (SELECT ceiling - amount FROM n)
                RETURNING total, resets_at""".formatted(COUNTER_INPUT);
        }

        @Override
        String raiseRevocation() {
            return """
                INSERT INTO sspr_revocations AS r (tenant, account_id, issued_before) VALUES (?, ?, ?)
                ON CONFLICT (tenant, account_id) DO UPDATE SET issued_before = excluded.issued_before
                WHERE r.issued_before < excluded.issued_before""";
        }

        @Override
        Set<String> undone() {
            // serialization failure, deadlock
            return Set.of("40001", "40P01");
        }

        @Override
        Set<String> undoneInSchema() {
            return undone();
        }
    },
    H2("H2") {
        @Override
        List<String> prepareSchema() {
            return List.of(SCHEMA_TABLE);
        }

        @Override
        boolean changesSchemaInTransactions() {
            return false;
        }

        @Override
        String nextGeneration() {
            return "NEXT VALUE FOR sspr_generations";
        }

        @Override
        String returning(String change, String columns) {
            return "SELECT " + columns + " FROM FINAL TABLE (" + change + ")";
        }

        @Override
        String addToCounter() {
            return returning("""
                MERGE INTO sspr_counters c
                USING (VALUES %s) n (tenant, id, amount, ceiling, instant, ends)
                ON c.tenant = n.tenant AND c.id = n.id
                WHEN MATCHED AND (n.amount <= n.ceiling AND c.resets_at <= n.instant OR c.total <= n.ceiling - n.amount)
                THEN UPDATE SET
                  total = n.amount + CASE WHEN c.resets_at > n.instant THEN c.total ELSE 0 END,
                  resets_at = CASE WHEN c.resets_at > n.instant THEN c.resets_at ELSE n.ends END
                WHEN NOT MATCHED AND n.amount <= n.ceiling
                THEN INSERT (tenant, id, total, resets_at) VALUES (n.tenant, n.id, n.amount, n.ends)""".formatted(COUNTER_INPUT), "total, resets_at");
        }

        @Override
        String raiseRevocation() {
            return """
                MERGE INTO sspr_revocations r
                USING (VALUES (CAST(? AS VARCHAR), CAST(? AS VARCHAR), CAST(? AS BIGINT))) n (tenant, account_id, issued)
                ON r.tenant = n.tenant AND r.account_id = n.account_id
                WHEN MATCHED AND r.issued_before < n.issued THEN UPDATE SET issued_before = n.issued
                WHEN NOT MATCHED THEN INSERT (tenant, account_id, issued_before)
                VALUES (n.tenant, n.account_id, n.issued)""";
        }

        @Override
        Set<String> undone() {
            // deadlock, lock timeout, concurrent update, two MERGE of one key
            return Set.of("40001", "HYT00", "90131", "23505");
        }

        @Override
        Set<String> undoneInSchema() {
            // the same, and what two CREATE ... IF NOT EXISTS of one name come to: mostly a general error
            return Set.of("40001", "HYT00", "90131", "23505", "42S01", "42S11", "90035", "HY000");
        }
    };

    private static final String SCHEMA_TABLE = "CREATE TABLE IF NOT EXISTS sspr_schema"
            + " (version INTEGER PRIMARY KEY, checksum VARCHAR(64) NOT NULL, applied_at BIGINT NOT NULL)";
    /** Any number that others do not use: "sspr" in ASCII. */
    private static final long SCHEMA_LOCK = 0x73737072;

    private static final String COUNTER_INPUT = "(CAST(? AS VARCHAR), CAST(? AS BYTEA), "
            + "CAST(? AS BIGINT), CAST(? AS BIGINT), CAST(? AS BIGINT), CAST(? AS BIGINT))";

    private final String product;

    Dialect(String product) {
        this.product = product;
    }

    static Dialect of(String product) {
        for (Dialect dialect : values()) {
            if (dialect.product.equals(product)) {
                return dialect;
            }
        }
        throw new IllegalArgumentException("the data source must be PostgreSQL or H2, it is " + product);
    }

    /** The name as the database gives it. */
    String product() {
        return product;
    }

    /** The folder of its SQL files. */
    String folder() {
        return product.toLowerCase(Locale.ROOT);
    }

    /** Makes the table of applied steps, where possible behind a lock that lasts as long as the transaction. */
    abstract List<String> prepareSchema();

    /** Whether tables can be made in a transaction; if not, each statement must bear to be run again. */
    abstract boolean changesSchemaInTransactions();

    /** An expression for a generation that was never there before. */
    abstract String nextGeneration();

    /** A query that makes a change and gives columns of the rows it left; no row if it changed none. */
    abstract String returning(String change, String columns);

    /**
     * A query with the values tenant, key, amount above 0, limit, now and the end of a window that opens now; it gives
     * the sum and the end of the window, or no row if nothing was added.
     */
    abstract String addToCounter();

    /** A statement with the values tenant, account and instant, which never moves back. */
    abstract String raiseRevocation();

    /** The SQLStates of failures that surely changed nothing and may not happen again. */
    abstract Set<String> undone();

    /** The same where tables are made. */
    abstract Set<String> undoneInSchema();

    /** Whether a row with this key is there already. */
    static boolean duplicate(SQLException failure) {
        return "23505".equals(failure.getSQLState());
    }
}
