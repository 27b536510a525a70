package dev.sspr.adapter.jdbc;

import dev.sspr.spi.BackendUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Runs the work of one call: takes a connection, limits its time, tries again what was surely undone, gives the
 * connection back as it was, and turns every failure into one exception without values.
 */
final class Database {
    /** What is done on a connection. */
    interface Work<T> {
        T with(Sql sql) throws SQLException;
    }

    /** The longest wait for a connection, where the data source lets us say so. */
    private static final Duration LOGIN = Duration.ofSeconds(5);

    /** From then on what was undone once more is a failure. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final DataSource source;
    private final Dialect dialect;
    private final Duration timeout;
    private final Duration budget;
    private final Set<String> undone;

    private Database(DataSource source, Dialect dialect, Duration timeout, Duration budget, Set<String> undone) {
        this.source = source;
        this.dialect = dialect;
        this.timeout = timeout;
        this.budget = budget;
        this.undone = undone;
    }

    /** Connects once, to learn what database it is. */
    static Database of(DataSource source, Duration timeout, Duration budget) {
        limitLogin(source);
        Connection connection = null;
        try {
            connection = connect(source, "the database");
            Dialect dialect = Dialect.of(connection.getMetaData().getDatabaseProductName());
            return new Database(source, dialect, timeout, budget, dialect.undone());
        } catch (SQLException failure) {
            throw unavailable("the database", "connect", failure);
        } finally {
            close(connection);
        }
    }

    /** The same for work that changes the schema, which can lose other races. */
    Database changingSchema() {
        return new Database(source, dialect, timeout, budget, dialect.undoneInSchema());
    }

    Dialect dialect() {
        return dialect;
    }

    /** Runs work whose statements each stand for themselves. */
    <T> T run(String operation, Work<T> work) {
        return attempts(operation, work, false);
    }

    /** Runs work whose statements count together or not at all. */
    <T> T transaction(String operation, Work<T> work) {
        return attempts(operation, work, true);
    }

    private <T> T attempts(String operation, Work<T> work, boolean together) {
        long start = System.nanoTime();
        long patience = Math.min(timeout.toNanos(), PATIENCE.toNanos());
        while (true) {
            try {
                return attempt(work, together, start + budget.toNanos());
            } catch (SQLException failure) {
                boolean again = failure.getSQLState() != null && undone.contains(failure.getSQLState());
                if (!again || System.nanoTime() - start >= patience) {
                    throw unavailable(dialect.product(), operation, failure);
                }
            }
        }
    }

    private <T> T attempt(Work<T> work, boolean together, long deadline) throws SQLException {
        Connection connection = connect(source, dialect.product());
        boolean committed = false;
        boolean wasAuto = true;
        int wasSocket = 0;
        try {
            wasAuto = connection.getAutoCommit();
            wasSocket = connection.getNetworkTimeout();
            connection.setAutoCommit(!together);
            Sql sql = new Sql(connection, timeout, deadline);
            T result = work.with(sql);
            if (together && !sql.undone()) {
                connection.commit();
            }
            committed = !sql.undone();
            return result;
        } finally {
            restore(connection, together && !committed, wasAuto, wasSocket);
            close(connection);
        }
    }

    private static Connection connect(DataSource source, String product) throws SQLException {
        try {
            return source.getConnection();
        } catch (RuntimeException closed) {
            throw new BackendUnavailableException(product + ": the data source gave no connection");
        }
    }

    private static void restore(Connection connection, boolean undo, boolean auto, int socket) {
        try {
            if (undo) {
                connection.rollback();
            }
            connection.setAutoCommit(auto);
            connection.setNetworkTimeout(Runnable::run, socket);
        } catch (SQLException broken) {
            // the pool sees that too, and drops it; what matters was committed or will be undone by the server
        }
    }

    private static void close(@Nullable Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException broken) {
            // the result stands
        }
    }

    private static void limitLogin(DataSource source) {
        try {
            if (source.getLoginTimeout() == 0) {
                source.setLoginTimeout((int) LOGIN.toSeconds());
            }
        } catch (SQLException | UnsupportedOperationException ownWay) {
            // pools have settings of their own for this
        }
    }

    private static BackendUnavailableException unavailable(String product, String operation, SQLException failure) {
        // never its message or itself: drivers put values there ("Key (login)=(...) already exists")
        return new BackendUnavailableException(
                product + ": could not " + operation + " (SQLState " + failure.getSQLState() + ")");
    }
}
