package dev.sspr.adapter.jdbc;

import dev.sspr.spi.MethodStore;
import dev.sspr.spi.kit.MethodStoreContract;
import java.util.Optional;
import org.junit.jupiter.api.Nested;

/** M1 to M10 on every engine. */
final class JdbcMethodStoreTest {
    abstract static class Kit extends MethodStoreContract {
        private final Fixture fixture;

        Kit(Engine engine) {
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
