package dev.sspr.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.spi.Digest;
import dev.sspr.spi.FlowStore.Inserted;
import dev.sspr.spi.MethodStore;
import dev.sspr.spi.MethodStore.Stored;
import dev.sspr.spi.SessionRevoker;
import dev.sspr.spi.StoredFlow;
import dev.sspr.spi.UserId;
import dev.sspr.spi.kit.Samples;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A pooled connection goes back as it came, and what was done on it is committed. */
@ParameterizedClass
@MethodSource("dev.sspr.adapter.jdbc.Engine#both")
final class ConnectionTest {
    private final Fixture fixture;
    private final Samples samples = new Samples();

    ConnectionTest(Engine engine) {
        fixture = new Fixture(engine);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyCall_anyAutoCommit_isCommittedAndRestored(boolean auto) throws SQLException {
        try (Connection kept = fixture.sure().getConnection()) {
            kept.setAutoCommit(auto);
            int socket = kept.getNetworkTimeout();
            JdbcStores stores = JdbcStores.over(
                    new OneConnection(kept), fixture.tenant, JdbcStores.DEFAULT_TIMEOUT, Fixture.HASHER);
            StoredFlow flow = samples.flow();

            assertThat(stores.flows().insert(flow)).isEqualTo(Inserted.INSERTED);
            assertThat(fixture.stores().flows().find(flow.id())).contains(flow);
            assertThat(stores.sessionRevoker().revokeAll(new UserId("anna"), Samples.NOW))
                    .isEqualTo(new SessionRevoker.Revocation.Ended(0));
            assertThat(kept.getAutoCommit()).isEqualTo(auto);
            assertThat(kept.getNetworkTimeout()).isEqualTo(socket);
            try (Statement statement = kept.createStatement()) {
                assertThat(statement.getQueryTimeout()).isZero();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void storeMethods_changedOrClaimed_isUndoneAndLeavesTheConnectionUsable(boolean auto) throws SQLException {
        try (Connection kept = fixture.sure().getConnection()) {
            kept.setAutoCommit(auto);
            JdbcMethodStore methods = JdbcStores.over(
                            new OneConnection(kept), fixture.tenant, JdbcStores.DEFAULT_TIMEOUT, Fixture.HASHER)
                    .methods();
            Digest claim = samples.digest();
            UserId bert = new UserId(samples.unique("bert-"));
            MethodStore.MethodSet hers = new MethodStore.MethodSet(
                    new UserId(samples.unique("anna-")), 1, Set.of(claim, samples.digest()), samples.body(9));

            assertThat(methods.store(hers)).isEqualTo(Stored.STORED);
            assertThat(methods.store(hers)).isEqualTo(Stored.CHANGED);
            assertThat(methods.store(new MethodStore.MethodSet(bert, 1, Set.of(claim), samples.body(9))))
                    .isEqualTo(Stored.CLAIMED);
            assertThat(kept.getAutoCommit()).isEqualTo(auto);
            assertThat(fixture.stores().methods().find(hers.user())).contains(hers);
            assertThat(methods.find(bert)).isEmpty();
        }
    }

    @Test
    void insert_knownId_leavesTheConnectionUsable() throws SQLException {
        try (Connection kept = fixture.sure().getConnection()) {
            kept.setAutoCommit(false);
            JdbcStores stores = JdbcStores.over(
                    new OneConnection(kept), fixture.tenant, JdbcStores.DEFAULT_TIMEOUT, Fixture.HASHER);
            StoredFlow flow = samples.flow();
            stores.flows().insert(flow);

            assertThat(stores.flows().insert(flow)).isEqualTo(Inserted.EXISTS);
            assertThat(stores.flows().find(flow.id())).contains(flow);
        }
    }
}
