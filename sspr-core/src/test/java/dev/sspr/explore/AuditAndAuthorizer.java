package dev.sspr.explore;

import dev.sspr.spi.AdminAuthorizer;
import dev.sspr.spi.AdminRequest;
import dev.sspr.spi.AuditEvent;
import dev.sspr.spi.AuditSink;
import dev.sspr.spi.AuditType;

/** The audit log, and who may do what at the help desk. */
final class AuditAndAuthorizer implements AuditSink, AdminAuthorizer {
    private final ExploredHost exploredHost;

    AuditAndAuthorizer(ExploredHost exploredHost) {
        this.exploredHost = exploredHost;
    }

    @Override
    public void record(AuditEvent event) {
        if (event.type() != AuditType.HELP_DESK_ACTED || !exploredHost.lies(HostFault.LOSES_AUDIT)) {
            exploredHost.callInProgress().noted.add(event.type());
        }
    }

    @Override
    public Decision decide(AdminRequest request) {
        return exploredHost.gate.pass(
                "decide",
                () -> request.actor().equals(ExploredWorld.DORA) || exploredHost.lies(HostFault.GRANTS_EVERYBODY)
                        ? new Decision.Granted()
                        : new Decision.Denied("no helper"));
    }
}
