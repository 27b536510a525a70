package dev.sspr.explore;

import dev.sspr.spi.MethodSet;
import dev.sspr.spi.MethodStore;
import dev.sspr.spi.UserId;
import java.util.Optional;

/** Registered security info. */
final class Infos implements MethodStore {
    private final Host host;

    Infos(Host host) {
        this.host = host;
    }

    @Override
    public Optional<MethodSet> find(UserId user) {
        return host.gate.pass("methods", () -> {
            if (!user.equals(Sim.ALICE)) {
                return Optional.empty();
            }
            return host.lies(Lie.STALE_METHODS) && host.firstSet.isPresent() ? host.firstSet : host.sim.set;
        });
    }

    @Override
    public Stored store(MethodSet next) {
        return host.gate.pass("store", () -> {
            boolean follows = host.sim.set.map(MethodSet::version).orElse(0L) + 1 == next.version();
            if (!follows && !host.lies(Lie.STALE_METHODS)) {
                return Stored.CHANGED;
            }
            if (host.called()) {
                host.laws.storing(host.info(), host.open(next));
            }
            boolean lost = host.lies(Lie.STORES_NO_METHODS) || (host.lies(Lie.FORGETS_USE) && byUse());
            if (!lost || !host.called()) {
                host.sim.set = Optional.of(host.lies(Lie.ENDS_NOTHING) ? host.withoutEnd(next) : next);
            }
            return Stored.STORED;
        });
    }

    private boolean byUse() {
        return host.called() && host.turn().call == Call.SIGN_IN;
    }

    @Override
    public void remove(UserId user) {
        throw new AssertionError("nobody removes an account here");
    }
}
