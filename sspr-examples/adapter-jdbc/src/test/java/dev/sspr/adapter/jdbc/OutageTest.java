package dev.sspr.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.sspr.spi.AccountStatus;
import dev.sspr.spi.BackendUnavailableException;
import dev.sspr.spi.Digest;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.MethodStore;
import dev.sspr.spi.UserId;
import dev.sspr.spi.kit.Contract;
import dev.sspr.spi.kit.Samples;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.ds.PGSimpleDataSource;

/** U14, F10, C12, S5 beyond what the kit can see: defaults, silence in the middle, and what the exception says. */
final class OutageTest {
    private final Samples samples = new Samples();

    private static BackendUnavailableException failure(Runnable call) {
        return assertTimeoutPreemptively(
                Contract.BOUND, () -> catchThrowableOfType(BackendUnavailableException.class, call::run));
    }

    private static PGSimpleDataSource postgres(Forwarder forwarder) {
        String name = "o" + UUID.randomUUID().toString().replace("-", "");
        PGSimpleDataSource source = Postgres.plain(Postgres.newDatabase(name));
        source.setPortNumbers(new int[] {forwarder.port()});
        return source;
    }

    @Test
    void open_serverTakesTheConnectionAndIsSilent_isUnavailable() {
        Forwarder forwarder = new Forwarder(Postgres.port());
        PGSimpleDataSource source = postgres(forwarder);
        forwarder.mode(Forwarder.Mode.STALL);

        assertThat(failure(() -> JdbcStores.open(source, "acme"))).isNotNull();
        forwarder.mode(Forwarder.Mode.REFUSE);
    }

    @Test
    void find_lineFallsSilentInTheMiddle_isUnavailableWithTheDefaultTimeout() throws SQLException {
        Forwarder forwarder = new Forwarder(Postgres.port());
        PGSimpleDataSource source = postgres(forwarder);
        JdbcStores.open(source, "acme");
        try (Connection kept = source.getConnection()) {
            // one line for all, so that it is open when it falls silent
            JdbcStores stores =
                    JdbcStores.over(new OneConnection(kept), "acme", JdbcStores.DEFAULT_TIMEOUT, Fixture.HASHER);
            stores.users().find(samples.login());
            forwarder.mode(Forwarder.Mode.STALL);

            assertThat(failure(() -> stores.users().find(samples.login()))).hasMessageContaining("find an account");
        }
        forwarder.mode(Forwarder.Mode.REFUSE);
    }

    @Test
    void add_poolIsClosed_isUnavailable() {
        JdbcDataSource source = new JdbcDataSource();
        source.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        JdbcConnectionPool pool = JdbcConnectionPool.create(source);
        JdbcStores stores = JdbcStores.open(pool, "acme");
        pool.dispose();

        assertThat(failure(() -> stores.counters().add(samples.counterKey(), 1, 1, Duration.ofSeconds(1), Samples.NOW)))
                .hasMessageStartingWith("H2")
                .hasNoCause();
    }

    @ParameterizedTest
    @MethodSource("dev.sspr.adapter.jdbc.Engine#both")
    void setStatus_rowIsLockedByAnother_isUnavailableAfterTheTimeout(Engine engine) throws SQLException {
        Fixture fixture = new Fixture(engine);
        UserId anna = new UserId(samples.unique("anna-"));
        fixture.stores().accounts().create(NewAccount.of(anna, samples.login()), samples.password(), Samples.NOW);
        JdbcStores quick = Fixture.over(fixture.sure(), fixture.tenant, Duration.ofSeconds(1));
        try (Connection other = fixture.sure().getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.executeUpdate("UPDATE sspr_accounts SET locale = NULL WHERE id = '" + anna.value() + "'");

            assertThat(failure(() -> quick.accounts().setStatus(anna, AccountStatus.DISABLED)))
                    .isNotNull();
            other.rollback();
        }
        assertThat(fixture.stores().users().load(anna).orElseThrow().status()).isEqualTo(AccountStatus.ACTIVE);
    }

    /** M9: what was half done is not seen. */
    @ParameterizedTest
    @MethodSource("dev.sspr.adapter.jdbc.Engine#both")
    void storeMethods_databaseRefusesAClaim_keepsTheSetAndTheClaimsBefore(Engine engine) {
        Fixture fixture = new Fixture(engine);
        JdbcMethodStore methods = fixture.stores().methods();
        UserId anna = new UserId(samples.unique("anna-"));
        Digest given = samples.digest();
        MethodStore.MethodSet before = new MethodStore.MethodSet(anna, 1, Set.of(given), samples.body(20));
        methods.store(before);
        Dump.change(
                fixture.sure(),
                "ALTER TABLE sspr_method_claims ADD CONSTRAINT not_again CHECK (account_id <> '" + anna.value()
                        + "' OR tenant <> '" + fixture.tenant + "')"
                        + (engine == Engine.POSTGRESQL ? " NOT VALID" : " NOCHECK"));

        BackendUnavailableException refused = failure(
                () -> methods.store(new MethodStore.MethodSet(anna, 2, Set.of(samples.digest()), samples.body(20))));
        Dump.change(fixture.sure(), "ALTER TABLE sspr_method_claims DROP CONSTRAINT not_again");

        assertThat(refused).hasMessageMatching("(H2|PostgreSQL): could not store security info \\(SQLState 23.*");
        assertThat(methods.find(anna)).contains(before);
    }

    /** R-LOG-1, R-LOG-4: drivers put values into their messages. */
    @ParameterizedTest
    @MethodSource("dev.sspr.adapter.jdbc.Engine#both")
    void create_databaseRefusesARow_saysTheStateAndNoValue(Engine engine) {
        Fixture fixture = new Fixture(engine);
        LoginName login = samples.login();
        UserId anna = new UserId(samples.unique("anna-"));
        Dump.change(
                fixture.sure(),
                "ALTER TABLE sspr_logins ADD CONSTRAINT no_anna CHECK (login <> '" + login.value() + "')");

        BackendUnavailableException refused = failure(
                () -> fixture.stores().accounts().create(NewAccount.of(anna, login), samples.password(), Samples.NOW));
        Dump.change(fixture.sure(), "ALTER TABLE sspr_logins DROP CONSTRAINT no_anna");

        assertThat(refused)
                .hasMessageMatching("(H2|PostgreSQL): could not create an account \\(SQLState 23[0-9]{3}\\)");
        assertThat(refused).hasNoCause();
        assertThat(refused.getSuppressed()).isEmpty();
        assertThat(fixture.stores().users().load(anna)).as("rolled back").isEmpty();
    }
}
