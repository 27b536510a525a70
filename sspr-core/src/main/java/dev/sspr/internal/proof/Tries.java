package dev.sspr.internal.proof;

import dev.sspr.spi.MethodKind;
import java.util.HashMap;
import java.util.Map;

/**
 * How many guesses each kind of method has taken in this flow. Nothing gives them back: no resend, no other choice.
 *
 * @param spent by kind, 1 or more
 */
record Tries(Map<MethodKind, Integer> spent) {
    static final Tries NONE = new Tries(Map.of());

    int of(MethodKind kind) {
        return spent.getOrDefault(kind, 0);
    }

    Tries plus(MethodKind kind, int change) {
        Map<MethodKind, Integer> next = new HashMap<>(spent);
        next.merge(kind, change, Integer::sum);
        return new Tries(Map.copyOf(next));
    }
}
