package dev.sspr.explore;

import dev.sspr.spi.AdminAuthorizer;
import dev.sspr.spi.AdminRequest;
import dev.sspr.spi.AuditEvent;
import dev.sspr.spi.AuditSink;
import dev.sspr.spi.AuditType;

/** The audit log, and who may do what at the help desk. */
final class Books implements AuditSink, AdminAuthorizer {
    private final Host host;

    Books(Host host) {
        this.host = host;
    }

    @Override
    public void record(AuditEvent event) {
        if (event.type() != AuditType.HELP_DESK_ACTED || !host.lies(Lie.LOSES_AUDIT)) {
            host.turn().noted.add(event.type());
        }
    }

    @Override
    public Decision decide(AdminRequest request) {
        return host.gate.pass(
                "decide",
                () -> request.actor().equals(Sim.DORA) || host.lies(Lie.GRANTS_EVERYBODY)
                        ? new Decision.Granted()
                        : new Decision.Denied("no helper"));
    }
}
