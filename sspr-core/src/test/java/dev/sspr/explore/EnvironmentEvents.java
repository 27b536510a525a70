package dev.sspr.explore;

import dev.sspr.Sspr;
import dev.sspr.spi.AccountStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** What happens by itself. */
final class EnvironmentEvents {
    private EnvironmentEvents() {}

    static List<Action> of(ExploredHost exploredHost) {
        List<Action> all = new ArrayList<>();
        bounded(all, exploredHost, BoundedAction.TICK, (on, node) -> on.exploredWorld.tick++);
        if (exploredHost.exploredWorld.status.usable()) {
            bounded(
                    all,
                    exploredHost,
                    BoundedAction.HOST_DISABLES,
                    (on, node) -> on.exploredWorld.status = AccountStatus.DISABLED);
        }
        if (exploredHost.exploredWorld.status == AccountStatus.ACTIVE) {
            bounded(
                    all,
                    exploredHost,
                    BoundedAction.HOST_LOCKS,
                    (on, node) -> on.exploredWorld.status = AccountStatus.LOCKED);
        }
        if (exploredHost.explorationRun.ever(BoundedAction.TICK)
                || exploredHost.explorationRun.ever(BoundedAction.FAULT)) {
            all.add(sweep());
        }
        return all;
    }

    static Action sweep() {
        return new Action(
                "sweep", Actor.WORLD, CallKind.SWEEP, Optional.empty(), Optional.empty(), (on, node) -> node.sweep());
    }

    /** Time passes, and all that is overdue is done. */
    static void pass(ExploredHost exploredHost, long seconds, int sweeps) {
        for (int i = 0; i < sweeps; i++) {
            exploredHost.exploredWorld.settling += seconds / sweeps;
            exploredHost.perform(sweep());
        }
    }

    private static void bounded(
            List<Action> all,
            ExploredHost exploredHost,
            BoundedAction boundedAction,
            BiConsumer<ExploredHost, Sspr> body) {
        if (exploredHost.explorationRun.may(boundedAction, exploredHost.exploredWorld)) {
            all.add(Action.of(boundedAction, Actor.WORLD, CallKind.NONE, body));
        }
    }
}
