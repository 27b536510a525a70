package dev.sspr.random;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A random sequence of public calls: all flows, two nodes, a fault in one call of twelve, other writers, rotation of keys.
 * {@code -Dsspr.random.seed} repeats one, {@code -Dsspr.random.calls} makes it longer.
 */
@Tag("F2-R8")
@Tag("F2-S13")
class RandomCallsTest {
    @Test
    @DisplayName("F2-R8, F2-S13: whatever is called in whatever order, every invariant holds")
    void calls_inAnyOrder_keepEveryInvariant() {
        long seed = Long.getLong("sspr.random.seed", 20_261_201L);
        int calls = Integer.getInteger("sspr.random.calls", 20_000);
        System.out.println("random calls: -Dsspr.random.seed=" + seed + " -Dsspr.random.calls=" + calls);
        RandomWorld world = new RandomWorld(seed);
        RandomInvariants invariants = new RandomInvariants(world);
        RandomCalls random = new RandomCalls(world, invariants);

        for (int i = 0; i < calls; i++) {
            random.one();
            if (i % 5_000 == 4_999) {
                world.notifier.clear();
            }
        }

        System.out.println("answers: " + invariants.results);
        assertThat(invariants.results).containsKeys("Done", "Rejected", "Refused", "UnavailableException");
    }
}
