package dev.sspr.internal.verification;

import dev.sspr.internal.verification.state.AwaitingResponse;
import dev.sspr.internal.verification.state.Committing;
import dev.sspr.internal.verification.state.FlowState;
import dev.sspr.internal.verification.state.Identifying;
import dev.sspr.internal.verification.state.ProofsComplete;
import dev.sspr.spi.MethodKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** P11: what whoever holds a flow may still do, as numbers that grow with their rights. */
final class ExploreRights {
    private static final List<MethodKind> KINDS = List.of(MethodKind.EMAIL_CODE, MethodKind.SMS_CODE);

    /** No guess can be made any more. */
    private static final long NONE = -1000;

    private ExploreRights() {}

    static Map<String, Long> of(ExploreWorld sim) {
        Map<String, Long> rights = new HashMap<>();
        for (int i = 0; i < sim.flows.size(); i++) {
            FlowState state = sim.flows.get(i).state;
            boolean open = sim.flows.get(i).stored.isPresent();
            rights.put("proofs of f" + i, open ? proofs(state) : 0);
            rights.put("messages of f" + i, (long) -state.header().sends());
            for (MethodKind kind : KINDS) {
                rights.put("tries of f" + i + kind.value(), open ? tries(state, kind) : NONE);
            }
        }
        sim.counters.forEach((key, window) -> rights.put("budget " + key, -window.total()));
        return rights;
    }

    private static long tries(FlowState state, MethodKind kind) {
        return state instanceof AwaitingResponse it ? -it.attempts().of(kind) : state instanceof Identifying ? 0 : NONE;
    }

    private static long proofs(FlowState state) {
        if (state instanceof AwaitingResponse it) {
            return it.proofs().size();
        }
        if (state instanceof ProofsComplete it) {
            return it.proofs().size();
        }
        return state instanceof Committing it ? it.proofs().size() : 0;
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
