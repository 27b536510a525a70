package dev.sspr.explore;

import dev.sspr.spi.MethodStore;
import dev.sspr.spi.UserId;
import java.util.Optional;

/** Registered security info. */
final class ExploredMethodStore implements MethodStore {
    private final ExploredHost exploredHost;

    ExploredMethodStore(ExploredHost exploredHost) {
        this.exploredHost = exploredHost;
    }

    @Override
    public Optional<MethodStore.MethodSet> find(UserId user) {
        return exploredHost.gate.pass("methods", () -> {
            if (!user.equals(ExploredWorld.ALICE)) {
                return Optional.empty();
            }
            return exploredHost.lies(HostFault.STALE_METHODS) && exploredHost.firstSet.isPresent()
                    ? exploredHost.firstSet
                    : exploredHost.exploredWorld.set;
        });
    }

    @Override
    public Stored store(MethodStore.MethodSet next) {
        return exploredHost.gate.pass("store", () -> {
            boolean follows = exploredHost
                                    .exploredWorld
                                    .set
                                    .map(MethodStore.MethodSet::version)
                                    .orElse(0L)
                            + 1
                    == next.version();
            if (!follows && !exploredHost.lies(HostFault.STALE_METHODS)) {
                return Stored.CHANGED;
            }
            if (exploredHost.called()) {
                exploredHost.safetyProperties.storing(exploredHost.info(), exploredHost.open(next));
            }
            boolean lost = exploredHost.lies(HostFault.STORES_NO_METHODS);
            if (!lost || !exploredHost.called()) {
                exploredHost.exploredWorld.set =
                        Optional.of(exploredHost.lies(HostFault.ENDS_NOTHING) ? exploredHost.withoutEnd(next) : next);
            }
            return Stored.STORED;
        });
    }

    @Override
    public void remove(UserId user) {
        throw new AssertionError("nobody removes an account here");
    }
}
