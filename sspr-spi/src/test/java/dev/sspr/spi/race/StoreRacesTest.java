package dev.sspr.spi.race;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.spi.Account;
import dev.sspr.spi.kit.Race;
import dev.sspr.spi.kit.Samples;
import dev.sspr.spi.kit.StoreRaces;
import dev.sspr.spi.memory.InMemoryCounterStore;
import dev.sspr.spi.memory.InMemoryFlowStore;
import dev.sspr.spi.memory.InMemoryMethodStore;
import dev.sspr.spi.memory.InMemoryUserStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Two sides in one process: what the sums must be with a store that keeps its clauses. */
class StoreRacesTest {
    private final Samples samples = new Samples();

    private static Map<String, Long> twoSides(Supplier<Map<String, Long>> side) {
        List<Map<String, Long>> both = Race.run(2, i -> side.get());
        Map<String, Long> sums = new HashMap<>(both.get(0));
        both.get(1).forEach((name, count) -> sums.merge(name, count, Long::sum));
        return sums;
    }

    @Test
    void replaceFlows_twoSides_oneReplacementEach() {
        InMemoryFlowStore store = new InMemoryFlowStore();
        assertThat(twoSides(() -> StoreRaces.replaceFlows(store, 7, 200, 4)))
                .isEqualTo(Map.of("inserted", 200L, "replaced", 200L));
    }

    @Test
    void storeMethods_twoSides_oneOfEachVersionAndClaim() {
        InMemoryMethodStore store = new InMemoryMethodStore();
        assertThat(twoSides(() -> StoreRaces.storeMethods(store, 7, 200, 4)))
                .isEqualTo(Map.of("first", 200L, "second", 200L, "claimed", 200L));
    }

    @Test
    void addToCounters_twoSides_tenAdditionsEach() {
        InMemoryCounterStore store = new InMemoryCounterStore();
        assertThat(twoSides(() -> StoreRaces.addToCounters(store, 7, 200, 8))).isEqualTo(Map.of("added", 2000L));
    }

    @Test
    void writePasswords_twoSides_noGenerationTwice() {
        Account anna = samples.account();
        InMemoryUserStore store = InMemoryUserStore.forTests().add(anna, samples.password(), samples.login());
        Map<String, Long> sums = twoSides(() -> StoreRaces.writePasswords(store, anna.id(), 100, 4));
        long written = sums.remove("written");
        assertThat(sums).hasSize((int) written);
        assertThat(sums.values()).containsOnly(1L);
    }
}
