package dev.sspr.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

final class PingTest {

    @Test
    void ping_postgres_answers() throws Exception {
        try (EmbeddedPostgres pg = EmbeddedPostgres.start()) {
            assertThat(Ping.ping(pg.getPostgresDatabase())).isEqualTo(1);
        }
    }

    @Test
    void ping_h2_answers() throws Exception {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setUrl("jdbc:h2:mem:");
        assertThat(Ping.ping(h2)).isEqualTo(1);
    }
}
