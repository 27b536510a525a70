package dev.sspr.explore;

import dev.sspr.Sspr;
import dev.sspr.spi.AccountStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** What happens by itself. */
final class Worlds {
    private Worlds() {}

    static List<Act> of(Host host) {
        List<Act> all = new ArrayList<>();
        bounded(all, host, Deed.TICK, (on, node) -> on.sim.tick++);
        if (host.sim.status.usable()) {
            bounded(all, host, Deed.HOST_DISABLES, (on, node) -> on.sim.status = AccountStatus.DISABLED);
        }
        if (host.sim.status == AccountStatus.ACTIVE) {
            bounded(all, host, Deed.HOST_LOCKS, (on, node) -> on.sim.status = AccountStatus.LOCKED);
        }
        if (host.run.ever(Deed.TICK) || host.run.ever(Deed.FAULT)) {
            all.add(sweep());
        }
        return all;
    }

    static Act sweep() {
        return new Act("sweep", Who.WORLD, Call.SWEEP, Optional.empty(), Optional.empty(), (on, node) -> node.sweep());
    }

    /** Time passes, and all that is overdue is done. */
    static void pass(Host host, long seconds, int sweeps) {
        for (int i = 0; i < sweeps; i++) {
            host.sim.settling += seconds / sweeps;
            host.perform(sweep());
        }
    }

    private static void bounded(List<Act> all, Host host, Deed deed, BiConsumer<Host, Sspr> body) {
        if (host.run.may(deed, host.sim)) {
            all.add(Act.of(deed, Who.WORLD, Call.NONE, body));
        }
    }
}
