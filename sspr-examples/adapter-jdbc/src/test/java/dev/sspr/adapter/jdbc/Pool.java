package dev.sspr.adapter.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.ConnectionPoolDataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/** A pool of 70 connections that can be thrown away, with all it holds, and made anew. */
final class Pool extends Lender {
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

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        source.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return source.getLoginTimeout();
    }
}
