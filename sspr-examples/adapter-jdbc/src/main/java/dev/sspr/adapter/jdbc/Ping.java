package dev.sspr.adapter.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Asks a database whether it answers. */
public final class Ping {

    private Ping() {}

    /**
     * Runs {@code select 1}.
     *
     * @param db the database
     * @return what it answered
     * @throws SQLException if it does not answer
     */
    public static int ping(DataSource db) throws SQLException {
        try (Connection c = db.getConnection();
                Statement s = c.createStatement();
                ResultSet r = s.executeQuery("select 1")) {
            r.next();
            return r.getInt(1);
        }
    }
}
