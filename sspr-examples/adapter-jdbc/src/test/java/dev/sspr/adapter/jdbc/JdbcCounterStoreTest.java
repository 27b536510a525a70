package dev.sspr.adapter.jdbc;

import dev.sspr.spi.CounterStore;
import dev.sspr.spi.kit.CounterStoreContract;
import java.util.Optional;
import org.junit.jupiter.api.Nested;

/** C1 to C13 on every engine. */
final class JdbcCounterStoreTest {
    abstract static class Kit extends CounterStoreContract {
        private final Fixture fixture;

        Kit(Engine engine) {
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

    @Nested
    final class OnH2 extends Kit {
        OnH2() {
            super(Engine.H2);
        }
    }

    @Nested
    final class OnH2AsPostgresql extends Kit {
        OnH2AsPostgresql() {
            super(Engine.H2_AS_POSTGRESQL);
        }
    }

    @Nested
    final class OnH2File extends Kit {
        OnH2File() {
            super(Engine.H2_FILE);
        }
    }

    @Nested
    final class OnPostgresql extends Kit {
        OnPostgresql() {
            super(Engine.POSTGRESQL);
        }
    }
}
