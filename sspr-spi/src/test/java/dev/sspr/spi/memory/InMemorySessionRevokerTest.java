package dev.sspr.spi.memory;

import dev.sspr.spi.SessionRevoker;
import dev.sspr.spi.UserId;
import dev.sspr.spi.kit.SessionRevokerContract;
import java.time.Instant;
import java.util.Optional;

public class InMemorySessionRevokerTest extends SessionRevokerContract {
    protected final InMemorySessionRevoker revoker = new InMemorySessionRevoker();

    @Override
    protected SessionRevoker revoker() {
        return revoker;
    }

    @Override
    protected String open(String kind, UserId user, Instant issuedAt) {
        return revoker.open(user, issuedAt);
    }

    @Override
    protected boolean accepts(String token) {
        return revoker.accepts(token);
    }

    @Override
    protected Optional<SessionRevoker> otherNode() {
        return Optional.of(revoker);
    }

    @Override
    protected boolean unconfirmed(boolean on) {
        revoker.answerUnconfirmed(on);
        return true;
    }

    @Override
    protected void outage(boolean on) {
        Twins.outage(revoker.faults(), on);
    }
}
