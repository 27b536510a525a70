package dev.sspr.flow;

import dev.sspr.spi.MethodKind;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The methods of an account, and those it may add.
 *
 * @param methods the methods, the default first, then the oldest
 * @param mayAdd kinds it may enrol now, the strongest first (REG-07)
 * @param missing how many more methods the policy requires, 0 or more (REG-06)
 * @param hold the hold after a reset or a recovery; empty if there is none now (R-HOLD-1)
 */
public record SecurityInfoView(
        List<RegisteredMethodView> methods, List<MethodKind> mayAdd, int missing, Optional<Hold> hold) {
    /**
     * The hold after a reset or a recovery. Show it: the owner sees what an attacker may have added, and can remove that at
     * once.
     *
     * @param resetAt when the password was reset last
     * @param until when the hold ends; until then new methods prove no reset
     * @param addedLately the ids of the methods that were added shortly before the reset or since
     */
    public record Hold(Instant resetAt, Instant until, Set<String> addedLately) {
        /** Copies the set. */
        public Hold {
            Objects.requireNonNull(resetAt, "resetAt");
            Objects.requireNonNull(until, "until");
            addedLately = Set.copyOf(addedLately);
        }
    }

    /** Copies the lists. */
    public SecurityInfoView {
        methods = List.copyOf(methods);
        mayAdd = List.copyOf(mayAdd);
        Objects.requireNonNull(hold, "hold");
    }
}
