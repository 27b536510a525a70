package dev.sspr.explore;

import dev.sspr.internal.verification.ExploreGate.Trouble;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What befalls one call at one of its calls of an adapter.
 *
 * @param trouble what
 * @param at which call of an adapter, from 0
 * @param which of the other calls comes in between, from 0
 */
record Disturbance(Trouble trouble, int at, int which) {
    static final Disturbance NONE = new Disturbance(Trouble.NONE, -1, 0);

    private static final List<Trouble> FAULTS =
            List.of(Trouble.CRASH_BEFORE, Trouble.CRASH_AFTER, Trouble.FAIL_BEFORE, Trouble.FAIL_AFTER);
    /** Where another call makes a difference: around what is compared and what is stored. */
    private static final Set<String> BETWEEN =
            Set.of("load", "methods", "check", "write", "unlock", "store", "replace", "endOwner");

    /** A fault at every call that an undisturbed act makes. */
    static List<Disturbance> faults(List<String> calls) {
        List<Disturbance> all = new ArrayList<>();
        for (int at = 0; at < calls.size(); at++) {
            for (Trouble trouble : FAULTS) {
                all.add(new Disturbance(trouble, at, 0));
            }
        }
        return all;
    }

    /** The places for another call in the middle of an act. */
    static List<Disturbance> overlaps(List<String> calls) {
        List<Disturbance> all = new ArrayList<>();
        for (int at = 0; at < calls.size(); at++) {
            if (BETWEEN.contains(calls.get(at))) {
                all.add(new Disturbance(Trouble.OTHER_AFTER, at, 0));
            }
        }
        return all;
    }

    Disturbance next() {
        return new Disturbance(trouble, at, which + 1);
    }

    String said(List<String> calls) {
        return trouble == Trouble.NONE ? "" : ", " + trouble + " " + calls.get(at);
    }
}
