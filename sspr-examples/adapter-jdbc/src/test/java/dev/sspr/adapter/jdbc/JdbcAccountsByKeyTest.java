package dev.sspr.adapter.jdbc;

import dev.sspr.spi.MethodStore;
import dev.sspr.spi.kit.AccountsByKeyContract;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** AK1 to AK4, and SK1 to SK5 of security info, on every engine. */
@ParameterizedClass
@MethodSource("dev.sspr.adapter.jdbc.Engine#all")
final class JdbcAccountsByKeyTest extends AccountsByKeyContract {
    private final Fixture fixture;

    JdbcAccountsByKeyTest(Engine engine) {
        fixture = new Fixture(engine);
    }

    @Override
    protected MethodStore store() {
        return fixture.stores().methods();
    }

    @Override
    protected Optional<MethodStore> otherNode() {
        return Optional.of(fixture.otherNode.methods());
    }

    @Override
    protected Optional<MethodStore> otherTenant() {
        return Optional.of(fixture.otherTenant.methods());
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
