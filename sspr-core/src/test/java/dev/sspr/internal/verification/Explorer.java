package dev.sspr.internal.verification;

import dev.sspr.internal.verification.ExploreConfig.Can;
import dev.sspr.internal.verification.ExploreFlow.Who;
import dev.sspr.internal.verification.ExploreGate.Trouble;
import dev.sspr.spi.FlowId;
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
    /** Between charge and answer, and between look-up and challenge: a check and a new challenge store nothing. */
    private static final Set<String> BETWEEN = Set.of("check", "begin", "write");

    private static final Set<String> REFUSABLE = Set.of("write", "send", "revoke");

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
        if (from.faults < host.config.bounds().faults()) {
            most = ExploreRights.most(ExploreRights.of(from), ExploreRights.of(host.sim));
            List<Trouble> troubles = new ArrayList<>();
            troubles.addAll(host.config.can(Can.CRASH) ? CRASHES : List.of());
            troubles.addAll(host.config.can(Can.FAIL) ? FAILURES : List.of());
            for (int at = 0; at < calls.size(); at++) {
                if (host.config.can(Can.REVOKE_FAILS) && calls.get(at).equals("revoke")) {
                    step(from, act, Trouble.FAIL_BEFORE, at, () -> {}, act.name() + ", revoke fails");
                }
                if (host.config.can(Can.FAIL) && calls.get(at).equals("write")) {
                    step(from, act, Trouble.LATE, at, () -> {}, act.name() + ", writes later");
                }
                if (host.config.can(Can.FAIL) && REFUSABLE.contains(calls.get(at))) {
                    step(from, act, Trouble.REFUSE, at, () -> {}, act.name() + ", refused " + calls.get(at));
                }
                for (Trouble trouble : troubles) {
                    step(from, act, trouble, at, () -> {}, act.name() + ", " + trouble + " " + calls.get(at));
                }
            }
        }
        if (host.config.can(Can.OVERLAP) || host.config.can(Can.OVERLAP_TWICE)) {
            for (int at = 0; at < calls.size(); at++) {
                String call = calls.get(at);
                if (call.equals("write")) {
                    new Overlap(from, act, Trouble.OTHER_BEFORE, at, call).all();
                }
                if (BETWEEN.contains(call) || (call.equals("find") && host.config.can(Can.MOVE))) {
                    new Overlap(from, act, Trouble.OTHER_AFTER, at, call).all();
                }
            }
        }
    }

    /** One or two other calls in the middle of one: all that can be made there. */
    private final class Overlap {
        private final ExploreWorld from;
        private final ExploreAct act;
        private final Trouble trouble;
        private final int at;
        private final String name;
        private int choices = 1;
        private int furtherChoices;

        Overlap(ExploreWorld from, ExploreAct act, Trouble trouble, int at, String call) {
            this.from = from;
            this.act = act;
            this.trouble = trouble;
            this.at = at;
            this.name = act.name() + (trouble.after() ? ", but after " : ", but before ") + call + " ";
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
            step(from, act, trouble, at, () -> between(first, second, names), names);
        }

        private void between(int first, int second, StringBuilder names) {
            List<ExploreAct> acts = ExploreActs.moving(host);
            choices = acts.size();
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

    /**
     * P12: left alone, with nothing but time and the sweeper, every new password is followed by all that must follow; also
     * where the carrier takes no message for half an hour.
     */
    private void settles(ExploreWorld from) {
        sends(from);
        if (from.flows.stream().noneMatch(ExploreFlow::owes)) {
            return;
        }
        host.sim = settling(from);
        pass(6, 61);
        boolean owes = host.sim.flows.stream().anyMatch(ExploreFlow::owes);
        host.sim = settling(from);
        host.sim.carrierDown = true;
        pass(6, 300);
        host.sim.carrierDown = false;
        pass(6, 600);
        boolean owesAfterOutage = host.sim.flows.stream().anyMatch(ExploreFlow::owes);
        host.sim = from;
        ExploreBroken.unless(!owes, "P12", "a new password is not followed by what must follow");
        ExploreBroken.unless(!owesAfterOutage, "P12", "a notice is given up while the carrier is down");
    }

    /** P12: left alone, the message of a challenge that waits for a response is sent while its code is good. */
    private void sends(ExploreWorld from) {
        List<FlowId> lacking = from.flows.stream()
                .filter(flow -> flow.lacksMessage(from, 90))
                .map(flow -> flow.id)
                .toList();
        if (lacking.isEmpty()) {
            return;
        }
        host.sim = settling(from);
        pass(2, 40);
        boolean lacks =
                host.sim.flows.stream().anyMatch(flow -> lacking.contains(flow.id) && flow.lacksMessage(host.sim, 5));
        host.sim = from;
        ExploreBroken.unless(!lacks, "P12", "a code is never sent");
    }

    private static ExploreWorld settling(ExploreWorld from) {
        ExploreWorld copy = from.copy();
        copy.late = Optional.empty();
        return copy;
    }

    private void pass(int rounds, int seconds) {
        for (int round = 0; round < rounds; round++) {
            host.sim.settling += seconds;
            host.perform(ExploreAct.event("settle", Who.HOST, (on, node) -> node.sweep()));
        }
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
