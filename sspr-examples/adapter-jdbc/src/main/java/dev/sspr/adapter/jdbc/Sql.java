package dev.sspr.adapter.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Runs statements on one connection within one deadline. Values are bound, always. */
final class Sql {
    /** Reads the row a result set stands at. */
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private interface Execution<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    /** How long the socket waits after the server should have given up by itself. */
    private static final Duration SLACK = Duration.ofSeconds(2);

    private final Connection connection;
    private final Duration timeout;
    private final long deadline;
    private boolean undone;

    Sql(Connection connection, Duration timeout, long deadline) {
        this.connection = connection;
        this.timeout = timeout;
        this.deadline = deadline;
    }

    <T> List<T> query(RowReader<T> reader, String text, @Nullable Object... values) throws SQLException {
        return execute(text, values, statement -> {
            List<T> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(reader.read(result));
                }
            }
            return rows;
        });
    }

    /** Answers how many rows changed. */
    int update(String text, @Nullable Object... values) throws SQLException {
        return execute(text, values, PreparedStatement::executeUpdate);
    }

    /** Runs a statement of any kind, and drops what it answers. */
    void execute(String text) throws SQLException {
        execute(text, new Object[0], PreparedStatement::execute);
    }

    /** Has the transaction undone at its end. */
    void undo() {
        undone = true;
    }

    boolean undone() {
        return undone;
    }

    private <T> T execute(String text, @Nullable Object[] values, Execution<T> execution) throws SQLException {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0) {
            throw new SQLTimeoutException("no time left", "57014");
        }
        limitSocket(Math.min(left, timeout.plus(SLACK).toMillis()));
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            // H2 keeps it for the whole connection, which may be pooled
            int before = statement.getQueryTimeout();
            statement.setQueryTimeout((int) Math.max(1, Math.min(timeout.toSeconds(), left / 1000)));
            try {
                return execution.of(statement);
            } finally {
                if (!connection.isClosed()) {
                    statement.setQueryTimeout(before);
                }
            }
        }
    }

    private void limitSocket(long millis) throws SQLException {
        try {
            connection.setNetworkTimeout(Runnable::run, (int) Math.max(1, millis));
        } catch (SQLFeatureNotSupportedException embedded) {
            // a database in this process has no socket
        }
    }
}
