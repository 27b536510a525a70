package dev.sspr.adapter.jdbc;

import dev.sspr.spi.FlowStore;
import dev.sspr.spi.kit.FlowStoreContract;
import java.util.Optional;
import org.junit.jupiter.api.Nested;

/** F1 to F12 on every engine. */
final class JdbcFlowStoreTest {
    abstract static class Kit extends FlowStoreContract {
        private final Fixture fixture;

        Kit(Engine engine) {
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
