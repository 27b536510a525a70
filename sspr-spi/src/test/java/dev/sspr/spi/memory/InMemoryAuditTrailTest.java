package dev.sspr.spi.memory;

import dev.sspr.spi.AuditSink;
import dev.sspr.spi.AuditTrail;
import dev.sspr.spi.kit.AuditTrailContract;

public class InMemoryAuditTrailTest extends AuditTrailContract {
    protected final InMemoryAuditSink twin = new InMemoryAuditSink();

    @Override
    protected AuditSink sink() {
        return twin;
    }

    @Override
    protected AuditTrail trail() {
        return twin;
    }

    @Override
    protected void outage(boolean on) {
        Twins.outage(twin.faults(), on);
    }
}
