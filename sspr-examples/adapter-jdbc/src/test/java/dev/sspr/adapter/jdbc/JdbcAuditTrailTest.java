package dev.sspr.adapter.jdbc;

import dev.sspr.spi.AuditSink;
import dev.sspr.spi.AuditTrail;
import dev.sspr.spi.kit.AuditTrailContract;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** T1 to T6 on every engine. */
@ParameterizedClass
@MethodSource("dev.sspr.adapter.jdbc.Engine#all")
final class JdbcAuditTrailTest extends AuditTrailContract {
    private final Fixture fixture;

    JdbcAuditTrailTest(Engine engine) {
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
