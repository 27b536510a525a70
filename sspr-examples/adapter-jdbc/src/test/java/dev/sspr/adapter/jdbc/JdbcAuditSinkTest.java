package dev.sspr.adapter.jdbc;

import dev.sspr.spi.AuditSink;
import dev.sspr.spi.kit.AuditSinkContract;
import java.util.List;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** A1 to A5 on every engine. */
@ParameterizedClass
@MethodSource("dev.sspr.adapter.jdbc.Engine#all")
final class JdbcAuditSinkTest extends AuditSinkContract {
    private final Fixture fixture;
    private final String hex;

    JdbcAuditSinkTest(Engine engine) {
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
