package dev.sspr.explore;

import dev.sspr.internal.verification.ExploreBroken;
import dev.sspr.internal.verification.ExploreGate;
import dev.sspr.internal.verification.ExploreReport;
import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/** Visits every situation of a run, the nearest first, judges each step on the way, and has the owner get in from each. */
final class StateSearch {
    private final ExploredHost exploredHost;
    private final int cap;
    private final OwnerStrategy ownerStrategy;
    private final Set<String> seen = new HashSet<>();
    private final Queue<Place> open = new ArrayDeque<>();
    private Optional<Place> from = Optional.empty();
    private long steps;

    /** A situation and how it was reached. */
    private record Place(ExploredWorld exploredWorld, Optional<Place> from, String by) {
        List<String> path() {
            List<String> path = new ArrayList<>(from.map(Place::path).orElseGet(List::of));
            path.add(by);
            return path;
        }
    }

    StateSearch(ExploredHost exploredHost, int cap) {
        this.exploredHost = exploredHost;
        this.cap = cap;
        this.ownerStrategy = new OwnerStrategy(exploredHost);
    }

    ExploreReport explore() {
        long began = cpu();
        Optional<ExploreReport.Found> found = Optional.empty();
        try {
            arrived("begin");
            while (!open.isEmpty() && seen.size() <= cap) {
                Place place = open.remove();
                from = Optional.of(place);
                exploredHost.exploredWorld = place.exploredWorld();
                for (Action action : Actions.of(exploredHost)) {
                    every(place.exploredWorld(), action);
                }
            }
        } catch (Wrong wrong) {
            found = Optional.of(new ExploreReport.Found(wrong.broken, wrong.path));
        }
        long spent = (cpu() - began) / 1_000_000;
        boolean closed = open.isEmpty() && found.isEmpty();
        return new ExploreReport(
                exploredHost.explorationRun.name(), Set.of(), seen.size(), steps, closed, found, spent);
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** The act as it is, then with a fault at every call, then with every other call in its middle. */
    private void every(ExploredWorld exploredWorld, Action action) {
        List<String> calls = step(exploredWorld, action, Disturbance.NONE, action.name());
        if (action.callKind() == CallKind.NONE) {
            return;
        }
        if (exploredHost.explorationRun.may(BoundedAction.FAULT, exploredWorld)) {
            Disturbance.faults(calls)
                    .forEach(disturbance ->
                            step(exploredWorld, action, disturbance, action.name() + disturbance.said(calls)));
        }
        if (exploredHost.explorationRun.may(BoundedAction.OVERLAP, exploredWorld)
                && action.callKind() != CallKind.SWEEP) {
            for (Disturbance place : Disturbance.overlaps(calls)) {
                for (Disturbance disturbance = place;
                        step(exploredWorld, action, disturbance, action.name() + disturbance.said(calls))
                                .contains("other"); ) {
                    disturbance = disturbance.next();
                }
            }
        }
    }

    private List<String> step(ExploredWorld exploredWorld, Action action, Disturbance disturbance, String name) {
        steps++;
        exploredHost.exploredWorld = exploredWorld.copy();
        StringBuilder by = new StringBuilder(name);
        List<String> happened = new ArrayList<>();
        exploredHost.safetyProperties.faulty = disturbance.trouble().isFault();
        if (disturbance.trouble().isFault()) {
            exploredHost.exploredWorld.did(BoundedAction.FAULT);
        }
        try {
            exploredHost.gate.arm(
                    disturbance.trouble(), disturbance.at(), () -> other(disturbance.which(), by, happened));
            perform(action);
            exploredHost.gate.disarm();
            happened.addAll(exploredHost.gate.names());
            exploredHost.safetyProperties.faulty = false;
            if (!exploredHost.exploredWorld.same(exploredWorld)) {
                arrived(by.toString());
            }
        } catch (ExploreBroken broken) {
            throw wrong(broken, by.toString());
        } finally {
            exploredHost.gate.disarm();
        }
        return happened;
    }

    private void perform(Action action) {
        try {
            exploredHost.perform(action);
        } catch (ExploreGate.Crash crash) {
            // The node is gone; the next call finds another one.
            return;
        }
    }

    private void other(int which, StringBuilder by, List<String> happened) {
        List<Action> others = Actions.between(exploredHost);
        if (which < others.size()) {
            exploredHost.exploredWorld.did(BoundedAction.OVERLAP);
            by.append(" ").append(others.get(which).name());
            happened.add("other");
            exploredHost.perform(others.get(which));
        }
    }

    private void arrived(String by) {
        if (seen.add(SituationKey.of(exploredHost))) {
            Place place = new Place(exploredHost.exploredWorld, from, by);
            open.add(place);
            try {
                ownerStrategy.fromHere();
            } catch (ExploreBroken broken) {
                throw wrong(broken, by);
            }
            exploredHost.exploredWorld = place.exploredWorld();
        }
    }

    private Wrong wrong(ExploreBroken broken, String by) {
        return new Wrong(broken, new Place(exploredHost.exploredWorld, from, by).path());
    }

    /** A broken property with the way to it. */
    private static final class Wrong extends Error {
        private static final long serialVersionUID = 1L;

        private final transient ExploreBroken broken;
        private final transient List<String> path;

        Wrong(ExploreBroken broken, List<String> path) {
            super(broken);
            this.broken = broken;
            this.path = path;
        }
    }
}
