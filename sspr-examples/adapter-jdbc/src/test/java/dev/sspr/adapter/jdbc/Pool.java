package dev.sspr.adapter.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.ConnectionPoolDataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/** A pool of 70 connections that can be thrown away, with all it holds, and made anew. */
final class Pool extends Lender {
    /** Seconds to wait for a new connection: long enough for 64 at once on a busy machine. */
    static final int PATIENT = 20;
    /** Seconds to wait for a new connection while the line is silent: no connection comes, so waiting only costs time. */
    static final int BRIEF = 2;

    private static final int SIZE = 70;

    private final ConnectionPoolDataSource source;
    private JdbcConnectionPool pool;

    Pool(ConnectionPoolDataSource source) {
        this.source = source;
        this.pool = fresh();
    }

    synchronized void close() {
        pool.dispose();
    }

    synchronized void renew() {
        pool.dispose();
        pool = fresh();
    }

    private JdbcConnectionPool fresh() {
        JdbcConnectionPool made = JdbcConnectionPool.create(source);
        made.setMaxConnections(SIZE);
        return made;
    }

    private synchronized JdbcConnectionPool current() {
        return pool;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return current().getConnection();
    }

    /** Seconds to wait for a new connection. */
    void patience(int seconds) {
        try {
            source.setLoginTimeout(seconds);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return source.getLoginTimeout();
    }
}
