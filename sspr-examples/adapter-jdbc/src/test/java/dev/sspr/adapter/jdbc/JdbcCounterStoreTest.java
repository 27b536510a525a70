package dev.sspr.adapter.jdbc;

import dev.sspr.spi.CounterStore;
import dev.sspr.spi.kit.CounterStoreContract;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** C1 to C13 on every engine. */
@ParameterizedClass
@MethodSource("dev.sspr.adapter.jdbc.Engine#all")
final class JdbcCounterStoreTest extends CounterStoreContract {
    private final Fixture fixture;

    JdbcCounterStoreTest(Engine engine) {
        fixture = new Fixture(engine);
    }

    @Override
    protected CounterStore store() {
        return fixture.stores().counters();
    }

    @Override
    protected Optional<CounterStore> otherNode() {
        return Optional.of(fixture.otherNode.counters());
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
