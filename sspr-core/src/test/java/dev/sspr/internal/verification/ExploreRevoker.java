package dev.sspr.internal.verification;

import dev.sspr.spi.SessionRevoker;
import dev.sspr.spi.UserId;
import java.time.Instant;

/** The explorer's sessions: it is enough to know that they were ended after the password was set. */
final class ExploreRevoker implements SessionRevoker {
    private final ExploreHost host;

    ExploreRevoker(ExploreHost host) {
        this.host = host;
    }

    @Override
    public SessionRevoker.Revocation revokeAll(UserId user, Instant issuedBefore) {
        return host.gate.pass("revoke", () -> {
            if (host.gate.refuses()) {
                return new SessionRevoker.Revocation.Unconfirmed();
            }
            for (ExploreFlow flow : host.sim.flows) {
                boolean his = ("u-" + flow.login).equals(user.value());
                flow.owesRevocation &= !his || issuedBefore.isBefore(flow.wroteAt);
            }
            return new SessionRevoker.Revocation.Ended(0);
        });
    }
}
