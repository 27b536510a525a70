package dev.sspr.adapter.jdbc;

import dev.sspr.spi.AuditSink;
import dev.sspr.spi.kit.AuditSinkContract;
import java.util.List;
import org.junit.jupiter.api.Nested;

/** A1 to A5 on every engine. */
final class JdbcAuditSinkTest {
    abstract static class Kit extends AuditSinkContract {
        private final Fixture fixture;
        private final String hex;

        Kit(Engine engine) {
            fixture = new Fixture(engine);
            hex = engine == Engine.POSTGRESQL ? "encode(flow, 'hex')" : "RAWTOHEX(flow)";
        }

        @Override
        protected AuditSink sink() {
            return fixture.stores().audit();
        }

        @Override
        protected List<String> entries() {
            // the flow's key as an operator's tools show bytes
            return Dump.all(
                    fixture.sure(),
                    "SELECT at, type, outcome, purpose, " + hex + ", account_id, source, attributes FROM sspr_audit"
                            + " WHERE tenant = ? ORDER BY number",
                    fixture.tenant);
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
