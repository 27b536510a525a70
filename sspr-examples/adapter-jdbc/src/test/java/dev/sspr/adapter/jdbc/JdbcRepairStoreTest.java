package dev.sspr.adapter.jdbc;

import dev.sspr.spi.RepairStore;
import dev.sspr.spi.kit.RepairStoreContract;
import java.util.Optional;
import org.junit.jupiter.api.Nested;

/** RP1 to RP5 on every engine. */
final class JdbcRepairStoreTest {
    abstract static class Kit extends RepairStoreContract {
        private final Fixture fixture;

        Kit(Engine engine) {
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
