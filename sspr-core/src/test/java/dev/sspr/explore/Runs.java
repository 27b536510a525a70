package dev.sspr.explore;

import static dev.sspr.explore.Deed.*;

import dev.sspr.explore.Run.Has;
import java.util.List;

/** The runs: together they let every two flows meet on one account. */
final class Runs {
    static final Run TWO_RESETS = Run.of("resets of owner and attacker")
            .may(1, OWNER_RESET, ATTACKER_RESET, OWNER_FOLLOW, OWNER_OBJECT)
            .may(2, ATTACKER_WRONG).may(1, TICK);

    static final List<Run> ALL = List.of(TWO_RESETS);

    private Runs() {}
}
