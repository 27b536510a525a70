package dev.sspr.internal.verification.state;

import dev.sspr.spi.MethodKind;
import java.util.HashMap;
import java.util.Map;

/** The guesses of each kind of method in this flow; no resend or other choice restores them. */
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
