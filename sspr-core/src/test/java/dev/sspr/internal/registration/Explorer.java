package dev.sspr.internal.registration;

import dev.sspr.internal.registration.ExploreConfig.Can;
import dev.sspr.internal.registration.ExploreTurn.Call;
import dev.sspr.internal.verification.ExploreBroken;
import dev.sspr.internal.verification.ExploreGate;
import dev.sspr.internal.verification.ExploreGate.Trouble;
import dev.sspr.internal.verification.ExploreReport;
import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/** Visits every situation that can be reached, the nearest first, and judges every step on the way. */
final class Explorer {
    private static final List<Trouble> CRASHES = List.of(Trouble.CRASH_BEFORE, Trouble.CRASH_AFTER);
    private static final List<Trouble> FAILURES = List.of(Trouble.FAIL_BEFORE, Trouble.FAIL_AFTER);
    /** Where another call makes a difference: around what is compared and what is stored. */
    private static final Set<String> BETWEEN =
            Set.of("confirm", "check", "methods", "store", "write", "replace", "insert");
    /** The same of resets, whose other calls have an explorer of their own. */
    private static final Set<String> BETWEEN_RESETS = Set.of("check", "methods", "write");

    private final ExploreHost host;
    private final int cap;
    private final Map<String, Integer> seen = new HashMap<>();
    private final List<Integer> cameFrom = new ArrayList<>();
    private final List<String> cameBy = new ArrayList<>();
    private final Queue<ExploreWorld> open = new ArrayDeque<>();
    /** What the undisturbed act leaves or finds at most. */
    private Map<String, Long> most = Map.of();

    private int expanding = -1;
    private long steps;
    private Optional<ExploreReport.Found> found = Optional.empty();

    Explorer(ExploreHost host, int cap) {
        this.host = host;
        this.cap = cap;
    }

    /** Goes on until nothing is new, a property is broken, or the cap is hit. */
    ExploreReport explore() {
        long began = cpu();
        arrived("begin");
        while (!open.isEmpty() && found.isEmpty() && seen.size() <= cap) {
            expanding++;
            ExploreWorld from = open.remove();
            host.sim = from;
            for (ExploreAct act : ExploreActs.of(host)) {
                if (found.isEmpty()) {
                    every(from, act);
                }
            }
        }
        return new ExploreReport(
                host.config.name(), host.moves, seen.size(), steps, open.isEmpty(), found, (cpu() - began) / 1_000_000);
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** The act as it is, then with every trouble at every call. */
    private void every(ExploreWorld from, ExploreAct act) {
        List<String> calls = step(from, act, Trouble.NONE, -1, () -> {}, act.name());
        if (act.kind() != ExploreAct.Kind.CALL) {
            return;
        }
        // What faults do to resets has an explorer of its own.
        if (from.faults < host.config.bounds().faults() && act.call() != Call.RESET) {
            most = ExploreRights.most(ExploreRights.of(from), ExploreRights.of(host.sim));
            List<Trouble> troubles = new ArrayList<>();
            troubles.addAll(host.config.can(Can.CRASH) ? CRASHES : List.of());
            troubles.addAll(host.config.can(Can.FAIL) ? FAILURES : List.of());
            for (int at = 0; at < calls.size(); at++) {
                for (Trouble trouble : troubles) {
                    boolean carrier =
                            FAILURES.contains(trouble) && calls.get(at).equals("send");
                    if (!carrier) {
                        step(from, act, trouble, at, () -> {}, act.name() + ", " + trouble + " " + calls.get(at));
                    }
                }
            }
        }
        if (host.config.can(Can.OVERLAP) || host.config.can(Can.OVERLAP_TWICE)) {
            for (int at = 0; at < calls.size(); at++) {
                Set<String> between = act.call() == Call.RESET ? BETWEEN_RESETS : BETWEEN;
                if (between.contains(calls.get(at))) {
                    new Overlap(from, act, at, calls.get(at)).all();
                }
            }
        }
    }

    /** One or two other calls in the middle of one: all that can be made there. */
    private final class Overlap {
        private final ExploreWorld from;
        private final ExploreAct act;
        private final int at;
        private final String name;
        private int choices = 1;
        private int furtherChoices;

        Overlap(ExploreWorld from, ExploreAct act, int at, String call) {
            this.from = from;
            this.act = act;
            this.at = at;
            this.name = act.name() + ", but after " + call + " ";
        }

        void all() {
            for (int first = 0; first < choices; first++) {
                run(first, -1);
                furtherChoices = host.config.can(Can.OVERLAP_TWICE) ? 1 : 0;
                for (int second = 0; second < furtherChoices; second++) {
                    run(first, second);
                }
            }
        }

        private void run(int first, int second) {
            StringBuilder names = new StringBuilder(name);
            step(from, act, Trouble.OTHER_AFTER, at, () -> between(first, second, names), names);
        }

        private void between(int first, int second, StringBuilder names) {
            List<ExploreAct> acts = ExploreActs.moving(host);
            choices = acts.size();
            if (first >= choices) {
                return;
            }
            names.append(acts.get(first).name());
            host.perform(acts.get(first));
            if (second >= 0) {
                List<ExploreAct> more = ExploreActs.moving(host);
                furtherChoices = more.size();
                names.append(" and ").append(more.get(second).name());
                host.perform(more.get(second));
            }
        }
    }

    private List<String> step(
            ExploreWorld from, ExploreAct act, Trouble trouble, int at, Runnable other, CharSequence name) {
        if (found.isPresent()) {
            return List.of();
        }
        steps++;
        host.sim = from.copy();
        try {
            host.gate.arm(trouble, at, other);
            perform(act);
            host.gate.disarm();
            if (trouble.isFault()) {
                host.sim.faults++;
                if (act.call() == Call.UNDO) {
                    // An undo that is stored and not told any more: everybody has heard of the change itself.
                    host.sim.owed.clear();
                }
                ExploreRights.check(ExploreRights.of(host.sim), most);
            }
            arrived(name.toString());
        } catch (ExploreBroken broken) {
            found = Optional.of(new ExploreReport.Found(broken, path(name.toString())));
        } finally {
            host.gate.disarm();
        }
        return host.gate.names();
    }

    private void perform(ExploreAct act) {
        try {
            host.perform(act);
        } catch (ExploreGate.Crash crash) {
            // The node is gone; the next call finds another one.
            return;
        }
    }

    private void arrived(String by) {
        if (seen.putIfAbsent(ExploreKey.of(host), seen.size()) == null) {
            cameFrom.add(expanding);
            cameBy.add(by);
            open.add(host.sim);
            settles(host.sim);
        }
    }

    private boolean owes() {
        ExploreWorld sim = host.sim;
        return sim.victim.owesRevocation
                || sim.other.owesRevocation
                || sim.owed.values().stream().anyMatch(all -> !all.isEmpty());
    }

    /** P12: left alone, with nothing but time and the sweeper, every change is followed by all that must follow. */
    private void settles(ExploreWorld from) {
        if (!owes()) {
            return;
        }
        host.sim = from.copy();
        for (int round = 0; round < 4; round++) {
            host.sim.settling += 61;
            host.perform(ExploreEvents.sweep());
        }
        boolean owes = owes();
        String whom = host.sim.owed.values().toString();
        host.sim = from;
        ExploreBroken.unless(!owes, "P12", "a change is not followed by what must follow: " + whom);
    }

    private List<String> path(String last) {
        List<String> path = new ArrayList<>();
        path.add(last);
        for (int at = expanding; at > 0; at = cameFrom.get(at)) {
            path.add(0, cameBy.get(at));
        }
        return path;
    }
}
