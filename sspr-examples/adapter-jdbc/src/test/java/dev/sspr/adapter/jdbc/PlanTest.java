package dev.sspr.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.StringJoiner;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a request costs does not grow with the number of accounts. */
final class PlanTest {
    private static DataSource source;

    @BeforeAll
    static void fill() throws SQLException {
        source = Postgres.plain(Postgres.newDatabase("plans"));
        Migrations.apply(source);
        String many = " FROM generate_series(1, 5000) g";
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "INSERT INTO sspr_accounts (tenant, id, status) SELECT 'acme', 'u' || g, 'ACTIVE'" + many);
            statement.execute("INSERT INTO sspr_logins SELECT 'acme', 'l' || g, 'u' || g" + many);
            statement.execute("INSERT INTO sspr_destinations"
                    + " SELECT 'acme', 'u' || g, 'd', 'EMAIL', 'a' || g || '@example.com', 1, 0" + many);
            statement.execute("INSERT INTO sspr_words SELECT 'acme', 'u' || g, 0, 'word'" + many);
            statement.execute("INSERT INTO sspr_methods SELECT 'acme', 'u' || g, 1, 'body'" + many);
            statement.execute(
                    "INSERT INTO sspr_method_claims" + " SELECT 'acme', decode(md5(g::text), 'hex'), 'u' || g" + many);
            statement.execute("ANALYZE");
        }
    }

    private static String plan(String query, String... values) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement("EXPLAIN " + query)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            StringJoiner plan = new StringJoiner("\n");
            try (ResultSet lines = statement.executeQuery()) {
                while (lines.next()) {
                    plan.add(lines.getString(1));
                }
            }
            return plan.toString();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void find_manyAccounts_readsByIndex() {
        assertThat(plan(JdbcUserStore.FIND, "acme", "l777")).contains("Index").doesNotContain("Seq Scan");
    }

    @Test
    void findMethods_manyAccounts_readsByIndex() {
        assertThat(plan(JdbcMethodStore.FIND, "acme", "u777", "acme", "u777"))
                .contains("Index")
                .doesNotContain("Seq Scan");
    }

    /** F2-S3. */
    @Test
    void keysOfMethods_manyAccounts_readByIndex() {
        String next = JdbcMethodStore.NEXT_KEY.replace("> ?", "> ''::bytea");
        assertThat(plan(next, "acme")).contains("Index").doesNotContain("Seq Scan");
        String page =
                JdbcMethodStore.ACCOUNTS.replace("1) = ?", "1) = 'b'::bytea").replace("LIMIT ?", "LIMIT 200");
        assertThat(plan(page, "acme", "u777")).contains("Index").doesNotContain("Seq Scan");
    }

    @Test
    void load_manyAccounts_readsByIndex() {
        assertThat(plan(JdbcUserStore.LOAD, "acme", "u777")).contains("Index").doesNotContain("Seq Scan");
    }
}
