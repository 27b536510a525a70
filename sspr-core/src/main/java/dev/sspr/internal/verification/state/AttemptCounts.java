package dev.sspr.internal.verification.state;

import dev.sspr.spi.MethodKind;
import java.util.HashMap;
import java.util.Map;

/**
 * How many guesses each kind of method has taken in this flow. Nothing gives them back: no resend, no other choice.
 *
 * @param spent by kind, 1 or more
 */
public record AttemptCounts(Map<MethodKind, Integer> spent) {
    public static final AttemptCounts NONE = new AttemptCounts(Map.of());

    public int of(MethodKind kind) {
        return spent.getOrDefault(kind, 0);
    }

    AttemptCounts plus(MethodKind kind, int change) {
        Map<MethodKind, Integer> next = new HashMap<>(spent);
        next.merge(kind, change, Integer::sum);
        return new AttemptCounts(Map.copyOf(next));
    }
}
