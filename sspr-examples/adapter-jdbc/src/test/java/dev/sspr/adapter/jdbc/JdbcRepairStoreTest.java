package dev.sspr.adapter.jdbc;

import dev.sspr.spi.RepairStore;
import dev.sspr.spi.kit.RepairStoreContract;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** RP1 to RP5 on every engine. */
@ParameterizedClass
@MethodSource("dev.sspr.adapter.jdbc.Engine#all")
final class JdbcRepairStoreTest extends RepairStoreContract {
    private final Fixture fixture;

    JdbcRepairStoreTest(Engine engine) {
        fixture = new Fixture(engine);
    }

    @Override
    protected RepairStore repairs() {
        return fixture.stores().repairs();
    }

    @Override
    protected Optional<RepairStore> otherNode() {
        return Optional.of(fixture.otherNode.repairs());
    }

    @Override
    protected void outage(boolean on) {
        fixture.outage(on);
    }

    @Override
    protected boolean hang(boolean on) {
        return fixture.hang(on);
    }
}
