package dev.sspr.adapter.jdbc;

import dev.sspr.spi.FlowStore;
import dev.sspr.spi.kit.FlowStoreContract;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** F1 to F12 on every engine. */
@ParameterizedClass
@MethodSource("dev.sspr.adapter.jdbc.Engine#all")
final class JdbcFlowStoreTest extends FlowStoreContract {
    private final Fixture fixture;

    JdbcFlowStoreTest(Engine engine) {
        fixture = new Fixture(engine);
    }

    @Override
    protected FlowStore store() {
        return fixture.stores().flows();
    }

    @Override
    protected Optional<FlowStore> otherNode() {
        return Optional.of(fixture.otherNode.flows());
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
