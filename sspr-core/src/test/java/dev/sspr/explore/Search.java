package dev.sspr.explore;

import dev.sspr.internal.proof.ExploreBroken;
import dev.sspr.internal.proof.ExploreGate;
import dev.sspr.internal.proof.ExploreReport;
import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/** Visits every situation of a run, the nearest first, judges each step on the way, and has the owner get in from each. */
final class Search {
    private final Host host;
    private final int cap;
    private final Way way;
    private final Set<String> seen = new HashSet<>();
    private final Queue<Place> open = new ArrayDeque<>();
    private Optional<Place> from = Optional.empty();
    private long steps;

    /** A situation and how it was reached. */
    private record Place(Sim sim, Optional<Place> from, String by) {
        List<String> path() {
            List<String> path = new ArrayList<>(from.map(Place::path).orElseGet(List::of));
            path.add(by);
            return path;
        }
    }

    Search(Host host, int cap) {
        this.host = host;
        this.cap = cap;
        this.way = new Way(host);
    }

    ExploreReport explore() {
        long began = cpu();
        Optional<ExploreReport.Found> found = Optional.empty();
        try {
            arrived("begin");
            while (!open.isEmpty() && seen.size() <= cap) {
                Place place = open.remove();
                from = Optional.of(place);
                host.sim = place.sim();
                for (Act act : Acts.of(host)) {
                    every(place.sim(), act);
                }
            }
        } catch (Wrong wrong) {
            found = Optional.of(new ExploreReport.Found(wrong.broken, wrong.path));
        }
        long spent = (cpu() - began) / 1_000_000;
        boolean closed = open.isEmpty() && found.isEmpty();
        return new ExploreReport(host.run.name(), Set.of(), seen.size(), steps, closed, found, spent);
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** The act as it is, then with a fault at every call, then with every other call in its middle. */
    private void every(Sim sim, Act act) {
        List<String> calls = step(sim, act, Twist.NONE, act.name());
        if (act.call() == Call.NONE) {
            return;
        }
        if (host.run.may(Deed.FAULT, sim)) {
            Twist.faults(calls).forEach(twist -> step(sim, act, twist, act.name() + twist.said(calls)));
        }
        if (host.run.may(Deed.OVERLAP, sim) && act.call() != Call.SWEEP) {
            for (Twist place : Twist.overlaps(calls)) {
                for (Twist twist = place;
                        step(sim, act, twist, act.name() + twist.said(calls)).contains("other"); ) {
                    twist = twist.next();
                }
            }
        }
    }

    private List<String> step(Sim sim, Act act, Twist twist, String name) {
        steps++;
        host.sim = sim.copy();
        StringBuilder by = new StringBuilder(name);
        List<String> happened = new ArrayList<>();
        host.laws.faulty = twist.trouble().isFault();
        if (twist.trouble().isFault()) {
            host.sim.did(Deed.FAULT);
        }
        try {
            host.gate.arm(twist.trouble(), twist.at(), () -> other(twist.which(), by, happened));
            perform(act);
            host.gate.disarm();
            happened.addAll(host.gate.names());
            host.laws.faulty = false;
            if (!host.sim.same(sim)) {
                arrived(by.toString());
            }
        } catch (ExploreBroken broken) {
            throw wrong(broken, by.toString());
        } finally {
            host.gate.disarm();
        }
        return happened;
    }

    private void perform(Act act) {
        try {
            host.perform(act);
        } catch (ExploreGate.Crash crash) {
            // The node is gone; the next call finds another one.
            return;
        }
    }

    private void other(int which, StringBuilder by, List<String> happened) {
        List<Act> others = Acts.between(host);
        if (which < others.size()) {
            host.sim.did(Deed.OVERLAP);
            by.append(" ").append(others.get(which).name());
            happened.add("other");
            host.perform(others.get(which));
        }
    }

    private void arrived(String by) {
        if (seen.add(Key.of(host))) {
            Place place = new Place(host.sim, from, by);
            open.add(place);
            try {
                way.fromHere();
            } catch (ExploreBroken broken) {
                throw wrong(broken, by);
            }
            host.sim = place.sim();
        }
    }

    private Wrong wrong(ExploreBroken broken, String by) {
        return new Wrong(broken, new Place(host.sim, from, by).path());
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
