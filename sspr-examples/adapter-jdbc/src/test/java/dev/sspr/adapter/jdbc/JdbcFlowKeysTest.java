package dev.sspr.adapter.jdbc;

import dev.sspr.spi.FlowStore;
import dev.sspr.spi.kit.FlowKeysContract;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** SK1 to SK5 of flows, on every engine. */
@ParameterizedClass
@MethodSource("dev.sspr.adapter.jdbc.Engine#all")
final class JdbcFlowKeysTest extends FlowKeysContract {
    private final Fixture fixture;

    JdbcFlowKeysTest(Engine engine) {
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
    protected Optional<FlowStore> otherTenant() {
        return Optional.of(fixture.otherTenant.flows());
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
