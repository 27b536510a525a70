package dev.sspr.adapter.jdbc;

import dev.sspr.spi.AuditSink;
import dev.sspr.spi.AuditTrail;
import dev.sspr.spi.kit.AuditTrailContract;
import org.junit.jupiter.api.Nested;

/** T1 to T6 on every engine. */
final class JdbcAuditTrailTest {
    abstract static class Kit extends AuditTrailContract {
        private final Fixture fixture;

        Kit(Engine engine) {
            fixture = new Fixture(engine);
        }

        @Override
        protected AuditSink sink() {
            return fixture.stores().audit();
        }

        @Override
        protected AuditTrail trail() {
            return fixture.stores().audit();
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
