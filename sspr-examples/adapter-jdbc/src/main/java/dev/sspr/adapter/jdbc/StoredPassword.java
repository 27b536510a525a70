package dev.sspr.adapter.jdbc;

import dev.sspr.spi.AccountStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What an account's row says of its password. */
record StoredPassword(String id, AccountStatus status, long generation, String hash) {
    static final String COLUMNS = "a.id, a.status, a.generation, a.password_hash";

    static StoredPassword of(ResultSet row) throws SQLException {
        @Nullable String hash = row.getString("password_hash");
        return new StoredPassword(
                row.getString("id"),
                AccountRow.status(row.getString("status")),
                row.getLong("generation"),
                hash == null ? "" : hash);
    }

    /** Keeps the hash out of logs. */
    @Override
    public String toString() {
        return "StoredPassword[" + id + "]";
    }
}
