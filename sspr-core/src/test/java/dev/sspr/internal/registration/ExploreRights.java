package dev.sspr.internal.registration;

import dev.sspr.internal.securityinfo.RegisteredMethod;
import dev.sspr.internal.verification.ExploreBroken;
import java.util.HashMap;
import java.util.Map;

/** P11: what whoever holds a flow may still do, as numbers that grow with their rights. */
final class ExploreRights {
    private static final long NONE = -1000;

    private ExploreRights() {}

    static Map<String, Long> of(ExploreWorld sim) {
        Map<String, Long> rights = new HashMap<>();
        for (int i = 0; i < sim.flows.size(); i++) {
            ExploreFlow flow = sim.flows.get(i);
            boolean trying = flow.stored.isPresent()
                    && flow.state.filter(Enrolling.class::isInstance).isPresent();
            rights.put("tries of f" + i, trying ? -((Enrolling) flow.state.orElseThrow()).tries() : NONE);
        }
        rights.put("methods", methods(sim.victim) + methods(sim.other));
        sim.counters.forEach((key, window) -> rights.put("budget " + key, -window.total()));
        return rights;
    }

    private static long methods(ExplorePerson person) {
        return person.info
                .where(one -> one.state() == RegisteredMethod.State.VERIFIED)
                .size();
    }

    /** The larger of each. */
    static Map<String, Long> most(Map<String, Long> one, Map<String, Long> other) {
        Map<String, Long> most = new HashMap<>();
        one.forEach((what, right) -> most.put(what, Math.max(right, other.getOrDefault(what, 0L))));
        other.forEach((what, right) -> most.put(what, Math.max(right, one.getOrDefault(what, 0L))));
        return most;
    }

    /** What nobody has touched yet is a right of 0, the most there is. */
    static void check(Map<String, Long> now, Map<String, Long> most) {
        most.forEach((what, right) ->
                ExploreBroken.unless(now.getOrDefault(what, 0L) <= right, "P11", "a fault widened the " + what));
        now.forEach((what, right) ->
                ExploreBroken.unless(right <= most.getOrDefault(what, 0L), "P11", "a fault widened the " + what));
    }
}
