package dev.sspr.spi.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.spi.CounterKey;
import dev.sspr.spi.CounterStore;
import dev.sspr.spi.CounterStore.Charge.Added;
import dev.sspr.spi.CounterStore.Charge.Full;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The fixture and the clauses C4, C5, C9 and C10 of {@link CounterStore}. Extend {@link CounterStoreContract}, which has
 * them all.
 */
public abstract class CounterWindowContract extends Contract {
    static final long WINDOW = 600_000;
    static final Duration LENGTH = Duration.ofMillis(WINDOW);

    /** Only the kit's own class extends this one. */
    CounterWindowContract() {}

    /**
     * The store.
     *
     * @return the same within a test
     */
    protected abstract CounterStore store();

    /**
     * A second instance on the same backend, as another node or the same one after a restart has it.
     *
     * @return empty if there cannot be two
     */
    protected Optional<CounterStore> otherNode() {
        return Optional.empty();
    }

    /**
     * A new, empty store with room for a few keys only.
     *
     * @param keys the number of keys
     * @return empty if this store does not limit its memory
     */
    protected Optional<CounterStore> storeFor(int keys) {
        return Optional.empty();
    }

    /**
     * The number of other keys to charge beside one that the store must not lose.
     *
     * @return 5000 by default; more than any cache of the store holds
     */
    protected int junk() {
        return 5000;
    }

    static Instant at(long millis) {
        return Samples.at(millis);
    }

    static Instant end(long start) {
        return at(start + WINDOW);
    }

    final CounterStore.Charge add(CounterKey key, long amount, long limit, long now) {
        return store().add(key, amount, limit, LENGTH, at(now));
    }

    /** Reads by adding 1 under a limit of 0, which always fails; C11 has a test of its own. */
    final long sum(String clause, CounterKey key, long now) {
        CounterStore.Charge answer = store().add(key, 1, 0, LENGTH, at(now));
        assertThat(answer).as(clause + ": 1 under a limit of 0").isInstanceOf(Full.class);
        return answer.total();
    }

    @Test
    @DisplayName("C4: a window opens with the first addition and ends to the millisecond")
    void c4_window_endsOnTime() {
        CounterKey key = samples.counterKey();
        add(key, 2, 2, 0);
        assertThat(add(key, 1, 2, 1)).as("C4: in the window").isEqualTo(new Full(2, end(0)));
        assertThat(add(key, 1, 2, WINDOW - 1))
                .as("C4: a millisecond before its end")
                .isEqualTo(new Full(2, end(0)));
        assertThat(add(key, 1, 2, WINDOW)).as("C4: at its end").isEqualTo(new Added(1, end(WINDOW)));
        assertThat(add(key, 1, 2, WINDOW + 1)).as("C4: in the next window").isEqualTo(new Added(2, end(WINDOW)));
    }

    @Test
    @DisplayName("C4: a window has the length stated by the call that opened it")
    void c4_otherLength_movesNothing() {
        CounterKey key = samples.counterKey();
        add(key, 1, 5, 0);
        CounterStore.Charge longer = store().add(key, 1, 5, Duration.ofDays(1), at(10));
        assertThat(longer).as("C4: a later call with a longer window").isEqualTo(new Added(2, end(0)));
        CounterStore.Charge shorter = store().add(key, 1, 5, Duration.ofMillis(1), at(20));
        assertThat(shorter).as("C4: a later call with a shorter window").isEqualTo(new Added(3, end(0)));
        assertThat(sum("C4", key, WINDOW - 1)).as("C4: before the end").isEqualTo(3);
        assertThat(sum("C4", key, WINDOW)).as("C4: at the end").isZero();
    }

    @Test
    @DisplayName("C4: a refund after the window is over changes nothing")
    void c4_refundTooLate_changesNothing() {
        CounterKey key = samples.counterKey();
        add(key, 5, 5, 0);
        store().refund(key, 5, at(WINDOW));
        assertThat(sum("C4", key, WINDOW)).as("C4: the next window").isZero();
        add(key, 4, 5, WINDOW);
        assertThat(sum("C4", key, WINDOW)).as("C4: the next window").isEqualTo(4);
    }

    @Test
    @DisplayName("C5: a node whose clock is 2 seconds behind counts in the open window and does not move it")
    void c5_clockBehind_countsIn() {
        CounterKey key = samples.counterKey();
        add(key, 3, 5, 0);
        assertThat(add(key, 1, 5, -2000)).as("C5: 2 seconds behind").isEqualTo(new Added(4, end(0)));
        assertThat(add(key, 2, 5, -2000)).as("C5: over the limit").isEqualTo(new Full(4, end(0)));
        assertThat(add(key, 1, 5, -1)).as("C5: 1 millisecond behind").isEqualTo(new Added(5, end(0)));
        store().refund(key, 1, at(-2000));
        assertThat(sum("C5", key, 0)).as("C5: after a refund from behind").isEqualTo(4);
        assertThat(sum("C5", key, WINDOW - 1)).as("C5: before the end").isEqualTo(4);
        assertThat(sum("C5", key, WINDOW)).as("C5: at the end").isZero();
    }

    @Test
    @DisplayName("C5: the same holds just after one window followed another")
    void c5_clockBehindAtTheTurn_countsIntoTheNewWindow() {
        CounterKey key = samples.counterKey();
        add(key, 5, 5, 0);
        add(key, 4, 5, WINDOW);
        assertThat(add(key, 2, 5, WINDOW - 2000)).as("C5: 2 of 1 left").isEqualTo(new Full(4, end(WINDOW)));
        assertThat(add(key, 1, 5, WINDOW - 2000)).as("C5: 1 of 1 left").isEqualTo(new Added(5, end(WINDOW)));
    }

    @Test
    @Tag("R-RATE-7")
    @Tag("V-RATE-9")
    @DisplayName("C9: junk keys do not remove a counter")
    void c9_junkKeys_evictNothing() {
        CounterKey victim = samples.counterKey();
        add(victim, 5, 5, 0);
        for (int i = 0; i < junk(); i++) {
            add(samples.counterKey(), 1, 5, 1);
        }
        assertThat(add(victim, 1, 5, 2)).as("C9: the victim's counter").isEqualTo(new Full(5, end(0)));
    }

    @Test
    @Tag("R-RATE-7")
    @Tag("V-RATE-9")
    @DisplayName("C9: a full store refuses early and loses neither old keys nor new ones")
    void c9_full_forgetsNothing() {
        CounterStore small = need(storeFor(16), "C9", "bounded store");
        CounterKey early = samples.counterKey();
        small.add(early, 5, 5, LENGTH, at(0));
        CounterKey roomy = samples.counterKey();
        small.add(roomy, 1, 5, LENGTH, at(0));
        for (int i = 0; i < 2000; i++) {
            small.add(samples.counterKey(), 1, 5, Duration.ofMillis(WINDOW / 2), at(1));
        }
        CounterKey late = samples.counterKey();
        int added = 0;
        for (int tries = 0; tries < 1000 && added == 0; tries++) {
            // a store may refuse early, so look for a key that gets in at all
            late = samples.counterKey();
            while (added <= 5 && small.add(late, 1, 5, LENGTH, at(2)) instanceof Added) {
                added++;
            }
        }
        assertThat(added).as("C9: additions of a key that came late, of 5").isBetween(1, 5);
        assertThat(small.add(early, 1, 5, LENGTH, at(3)))
                .as("C9: a key that came early")
                .isInstanceOf(Full.class);
        assertThat(small.add(roomy, 4, 5, LENGTH, at(3)))
                .as("C9: it has its own sum")
                .isEqualTo(new Added(5, end(0)));
        small.clear(early);
        small.clear(roomy);
        for (int i = 0; i < 200; i++) {
            small.add(samples.counterKey(), 1, 5, LENGTH, at(WINDOW - 10));
        }
        assertThat(small.add(late, 6 - added, 5, LENGTH, at(WINDOW - 5)))
                .as("C9: the late key, after others made room and before its own window is over")
                .isInstanceOf(Full.class);
    }

    @Test
    @DisplayName("C10: another thread sees an addition in its next call")
    void c10_otherThread_seesAddition() {
        CounterKey key = samples.counterKey();
        add(key, 5, 5, 0);
        assertThat(Race.run(8, i -> add(key, 1, 5, 1)))
                .as("C10: what 8 threads see")
                .containsOnly(new Full(5, end(0)));
    }

    @Test
    @DisplayName("C10: another node, or the same after a restart, sees an addition in its next call")
    void c10_otherNode_seesAddition() {
        CounterStore other = need(otherNode(), "C10", "second node");
        CounterKey key = samples.counterKey();
        for (int i = 1; i <= 6; i++) {
            CounterStore node = i % 2 == 0 ? store() : other;
            assertThat(node.add(key, 1, 6, LENGTH, at(0)))
                    .as("C10: addition %d", i)
                    .isEqualTo(new Added(i, end(0)));
        }
        assertThat(other.add(key, 1, 6, LENGTH, at(1))).as("C10: one too many").isEqualTo(new Full(6, end(0)));
        other.clear(key);
        assertThat(sum("C10", key, 1))
                .as("C10: after a clear on the other node")
                .isZero();
    }
}
