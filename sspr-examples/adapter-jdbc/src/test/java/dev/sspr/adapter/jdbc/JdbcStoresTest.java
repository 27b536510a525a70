package dev.sspr.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sspr.spi.CounterStore;
import dev.sspr.spi.LoginName;
import dev.sspr.spi.UserId;
import dev.sspr.spi.kit.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JdbcStoresTest {
    private final Samples samples = new Samples();

    private static DataSource empty() {
        JdbcDataSource source = new JdbcDataSource();
        source.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return source;
    }

    @Test
    void open_emptyDatabase_isReady() {
        JdbcStores stores = JdbcStores.open(empty(), "acme");

        assertThat(stores.flows().find(samples.flow().id())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a\nb", "a\u200bb", "12345678901234567890123456789012345678901234567890123456789012345"})
    void open_tenantOutOfBounds_isRefused(String tenant) {
        assertThatIllegalArgumentException().isThrownBy(() -> JdbcStores.open(empty(), tenant));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 999, 30_001})
    void over_timeoutOutOfBounds_isRefused(long millis) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fixture.over(empty(), "acme", Duration.ofMillis(millis)))
                .withMessageContaining("timeout");
    }

    @ParameterizedTest
    @MethodSource("dev.sspr.adapter.jdbc.Engine#both")
    void create_hostMadeLoginsUnique_isLoginTakenAndNothingElse(Engine engine) {
        DataSource source = engine == Engine.H2 ? empty() : Postgres.plain(Postgres.newDatabase("unique_logins"));
        JdbcStores stores = JdbcStores.open(source, "acme");
        Dump.change(source, "CREATE UNIQUE INDEX host_unique_logins ON sspr_logins (tenant, login)");
        LoginName login = samples.login();
        UserId bert = new UserId("bert");
        stores.accounts().create(NewAccount.of(new UserId("anna"), login), samples.password(), Samples.NOW);

        assertThat(stores.accounts().create(NewAccount.of(bert, login), samples.password(), Samples.NOW))
                .isEqualTo(AccountChange.LOGIN_TAKEN);
        assertThat(stores.users().load(bert)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.sspr.adapter.jdbc.Engine#both")
    void purge_counters_goOnlyWhenTheirWindowIsOver(Engine engine) {
        Fixture fixture = new Fixture(engine);
        JdbcCounterStore counters = fixture.stores().counters();
        for (int i = 0; i < 3; i++) {
            counters.add(samples.counterKey(), 1, 9, Duration.ofSeconds(1), Samples.NOW);
        }
        var open = samples.counterKey();
        counters.add(open, 1, 9, Duration.ofMinutes(1), Samples.NOW);

        assertThat(counters.purge(Samples.at(1000), 9)).as("at their end").isZero();
        assertThat(counters.purge(Samples.at(1001), 2)).as("two at most").isEqualTo(2);
        assertThat(counters.purge(Samples.at(1001), 9)).as("the rest").isEqualTo(1);
        assertThat(counters.add(open, 0, 9, Duration.ofMinutes(1), Samples.at(1001))
                        .total())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("dev.sspr.adapter.jdbc.Engine#both")
    void everyStore_timesThatNoColumnHolds_areCut(Engine engine) {
        Fixture fixture = new Fixture(engine);
        Duration longest = Duration.ofSeconds(Long.MAX_VALUE);

        assertThat(fixture.stores().counters().add(samples.counterKey(), 1, 1, longest, Samples.NOW))
                .isEqualTo(new CounterStore.Charge.Added(1, Instant.ofEpochMilli(Long.MAX_VALUE)));
        assertThat(fixture.stores().counters().add(samples.counterKey(), 1, 1, Duration.ofNanos(1), Samples.NOW))
                .isEqualTo(new CounterStore.Charge.Added(1, Samples.at(1)));
        assertThat(fixture.stores().flows().due(Instant.MIN, 9)).isEmpty();
        assertThat(fixture.stores().flows().purge(Instant.MIN, 9)).isZero();
        assertThat(fixture.stores().flows().due(Instant.MAX, 9)).isEmpty();
    }
}
