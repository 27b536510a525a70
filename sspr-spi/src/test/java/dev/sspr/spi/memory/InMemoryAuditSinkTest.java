package dev.sspr.spi.memory;

import dev.sspr.spi.AuditSink;
import dev.sspr.spi.kit.AuditSinkContract;
import java.util.List;

public class InMemoryAuditSinkTest extends AuditSinkContract {
    protected final InMemoryAuditSink sink = new InMemoryAuditSink();

    @Override
    protected AuditSink sink() {
        return sink;
    }

    @Override
    protected List<String> entries() {
        return sink.lines();
    }

    @Override
    protected void outage(boolean on) {
        Twins.outage(sink.faults(), on);
    }
}
