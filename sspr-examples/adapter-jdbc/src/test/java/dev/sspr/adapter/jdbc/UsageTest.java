package dev.sspr.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.Sspr;
import dev.sspr.SsprKey;
import dev.sspr.flow.FlowContext;
import dev.sspr.flow.StartResult;
import dev.sspr.spi.memory.InMemoryNotifier;
import java.util.Locale;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** The lines that the README prints. */
final class UsageTest {
    @Test
    void usage_ofTheReadme_startsAReset() {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        InMemoryNotifier notifier = new InMemoryNotifier();
        SsprKey key = SsprKey.ofHex(1, "0123456789abcdef".repeat(4));

        JdbcStores stores = JdbcStores.open(dataSource, "acme");
        Sspr sspr = Sspr.builder(stores.users(), notifier, stores.sessionRevoker(), key)
                .flowStore(stores.flows())
                .counterStore(stores.counters())
                .methodStore(stores.methods())
                .unlocker(stores.users())
                .auditSink(stores.audit())
                .tenant("acme")
                .build();

        try (sspr) {
            assertThat(sspr.passwordReset().start("anna", FlowContext.of(Locale.ENGLISH)))
                    .isInstanceOf(StartResult.Started.class);
        }
    }
}
