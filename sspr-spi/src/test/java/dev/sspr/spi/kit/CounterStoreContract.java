package dev.sspr.spi.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.spi.CounterKey;
import dev.sspr.spi.CounterStore;
import dev.sspr.spi.CounterStore.Charge.Added;
import dev.sspr.spi.CounterStore.Charge.Full;
import dev.sspr.spi.Digest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The clauses of {@link CounterStore}; those about windows and load are in {@link CounterWindowContract}. */
public abstract class CounterStoreContract extends CounterWindowContract {
    /** For vendors to extend. */
    protected CounterStoreContract() {}

    @Test
    @Tag("R-RATE-4")
    @DisplayName("C1: additions sum up to the limit and not beyond")
    void c1_upToLimit_isAdded() {
        CounterKey key = samples.counterKey();
        assertThat(add(key, 3, 10, 0)).as("C1: 3 of 10").isEqualTo(new Added(3, end(0)));
        assertThat(add(key, 6, 10, 1)).as("C1: 9 of 10").isEqualTo(new Added(9, end(0)));
        assertThat(add(key, 1, 10, 2)).as("C1: 10 of 10").isEqualTo(new Added(10, end(0)));
        assertThat(add(key, 1, 11, 3))
                .as("C1: 11 of 11, by a caller with another limit")
                .isEqualTo(new Added(11, end(0)));
        assertThat(add(samples.counterKey(), 10, 10, 0)).as("C1: all at once").isEqualTo(new Added(10, end(0)));
    }

    @Test
    @Tag("R-RACE-2")
    @Tag("R-RATE-4")
    @DisplayName("C2: of 64 parallel additions of 1 under a limit of 10 exactly 10 are added")
    void c2_parallelAdditions_limitHolds() {
        for (int round = 0; round < rounds(); round++) {
            CounterKey key = samples.counterKey();
            List<CounterStore.Charge> answers = Race.run(i -> add(key, 1, 10, 0));
            List<Long> sums = answers.stream()
                    .filter(Added.class::isInstance)
                    .map(CounterStore.Charge::total)
                    .sorted()
                    .toList();
            assertThat(sums).as("C2: the returned sums").containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
            assertThat(sum("C2", key, 0)).as("C2: the sum that is kept").isEqualTo(10);
        }
    }

    @Test
    @DisplayName("C3: an addition over the limit is Full and adds nothing, not even a part")
    void c3_overLimit_addsNothing() {
        CounterKey key = samples.counterKey();
        add(key, 8, 10, 0);
        assertThat(add(key, 3, 10, 1)).as("C3: 8 and 3 of 10").isEqualTo(new Full(8, end(0)));
        assertThat(add(key, Long.MAX_VALUE, 10, 1)).as("C3: a huge amount").isEqualTo(new Full(8, end(0)));
        assertThat(add(key, 2, 10, 2)).as("C3: 8 and 2 of 10").isEqualTo(new Added(10, end(0)));
        assertThat(add(key, 1, 5, 2)).as("C3: a limit below the sum").isEqualTo(new Full(10, end(0)));
        CounterKey none = samples.counterKey();
        assertThat(add(none, 1, 0, 0)).as("C3: a limit of 0").isEqualTo(new Full(0, end(0)));
        assertThat(add(none, 1, 1, 7)).as("C3: a refusal opened no window").isEqualTo(new Added(1, end(7)));
    }

    @Test
    @DisplayName("C3: a refused addition does not extend the window")
    void c3_refused_doesNotLengthen() {
        CounterKey key = samples.counterKey();
        add(key, 1, 1, 0);
        for (long now = 0; now < WINDOW; now += WINDOW / 10) {
            assertThat(add(key, 1, 1, now)).as("C3: at %d ms", now).isEqualTo(new Full(1, end(0)));
        }
        assertThat(add(key, 1, 1, WINDOW)).as("C3: when the window is over").isEqualTo(new Added(1, end(WINDOW)));
    }

    @Test
    @DisplayName("C6: counters whose keys differ in one of 128 bits are independent")
    void c6_oneBit_isAnotherCounter() {
        Digest base = samples.digest();
        List<CounterKey> keys = new ArrayList<>(List.of(new CounterKey(base)));
        for (int bit = 0; bit < 64; bit++) {
            keys.add(new CounterKey(new Digest(base.high() ^ (1L << bit), base.low())));
            keys.add(new CounterKey(new Digest(base.high(), base.low() ^ (1L << bit))));
        }
        keys.add(new CounterKey(new Digest(base.low(), base.high())));
        for (int i = 0; i < keys.size(); i++) {
            assertThat(add(keys.get(i), i + 1, 1000, 0)).as("C6: key %d", i).isEqualTo(new Added(i + 1, end(0)));
        }
        store().clear(keys.get(0));
        store().refund(keys.get(1), 1, at(0));
        assertThat(sum("C6", keys.get(0), 0)).as("C6: the cleared one").isZero();
        assertThat(sum("C6", keys.get(1), 0)).as("C6: the refunded one").isEqualTo(1);
        for (int i = 2; i < keys.size(); i++) {
            assertThat(sum("C6", keys.get(i), 0)).as("C6: key %d", i).isEqualTo(i + 1);
        }
    }

    @Test
    @DisplayName("C7: a refund subtracts, never below zero")
    void c7_refund_takesBack() {
        CounterKey key = samples.counterKey();
        add(key, 5, 5, 0);
        store().refund(key, 2, at(1));
        assertThat(add(key, 2, 5, 2)).as("C7: after a refund of 2 of 5").isEqualTo(new Added(5, end(0)));
        store().refund(key, 99, at(3));
        assertThat(sum("C7", key, 3))
                .as("C7: after a refund of more than the sum")
                .isZero();
        assertThat(add(key, 6, 5, 4)).as("C7: no credit is left").isInstanceOf(Full.class);
        CounterKey fresh = samples.counterKey();
        store().refund(fresh, 3, at(0));
        assertThat(add(fresh, 4, 3, 0))
                .as("C7: a refund to an empty counter gives no credit")
                .isInstanceOf(Full.class);
    }

    @Test
    @Tag("R-RACE-2")
    @DisplayName("C7: 64 parallel refunds all count")
    void c7_parallelRefunds_allCount() {
        CounterKey key = samples.counterKey();
        add(key, 100, 100, 0);
        Race.run(i -> {
            store().refund(key, 1, at(1));
            return i;
        });
        assertThat(sum("C7", key, 1)).as("C7: 100 less 64").isEqualTo(36);
    }

    @Test
    @DisplayName("C8: clear empties one counter")
    void c8_clear_empties() {
        CounterKey key = samples.counterKey();
        add(key, 5, 5, 0);
        store().clear(key);
        assertThat(add(key, 5, 5, 9)).as("C8: after clear").isEqualTo(new Added(5, end(9)));
        store().clear(samples.counterKey());
    }

    @Test
    @DisplayName("C11: an amount of 0 reads and opens no window")
    void c11_zero_reads() {
        CounterKey key = samples.counterKey();
        assertThat(add(key, 0, 5, 0)).as("C11: of an empty counter").isEqualTo(new Added(0, end(0)));
        assertThat(add(key, 2, 5, 50)).as("C11: no window was open").isEqualTo(new Added(2, end(50)));
        assertThat(add(key, 0, 5, 60)).as("C11: of a counter with 2").isEqualTo(new Added(2, end(50)));
        assertThat(add(key, 0, 1, 60)).as("C11: with a limit below the sum").isEqualTo(new Added(2, end(50)));
        assertThat(add(key, 0, 5, 50 + WINDOW))
                .as("C11: when the window is over")
                .isInstanceOf(Added.class);
        assertThat(sum("C11", key, 50 + WINDOW))
                .as("C11: when the window is over")
                .isZero();
    }

    @Test
    @DisplayName("C12: an outage throws BackendUnavailableException, the attempt never passes")
    void c12_outage_isUnavailable() {
        CounterKey key = samples.counterKey();
        add(key, 1, 5, 0);
        failsWhileDown("C12", calls(key));
        assertThat(sum("C12", key, 0)).as("C12: the sum after the outage").isEqualTo(1);
    }

    @Test
    @DisplayName("C12: a hanging backend causes BackendUnavailableException within 30 seconds")
    void c12_hang_isUnavailable() {
        CounterKey key = samples.counterKey();
        add(key, 1, 5, 0);
        failsWhileHanging("C12", calls(key));
    }

    private ThrowingCallable[] calls(CounterKey key) {
        return new ThrowingCallable[] {
            () -> add(key, 1, 5, 0),
            () -> add(key, 0, 5, 0),
            () -> add(samples.counterKey(), 1, 5, 0),
            () -> store().refund(key, 1, at(0)),
            () -> store().clear(key)
        };
    }

    @Test
    @DisplayName("C13: null is refused and changes nothing")
    void c13_null_isRefused() {
        CounterKey key = samples.counterKey();
        add(key, 1, 5, 0);
        refusesNull(
                "C13",
                () -> store().add(null, 1, 5, LENGTH, at(0)),
                () -> store().add(key, 1, 5, null, at(0)),
                () -> store().add(key, 1, 5, LENGTH, null),
                () -> store().refund(null, 1, at(0)),
                () -> store().refund(key, 1, null),
                () -> store().clear(null));
        assertThat(sum("C13", key, 0)).as("C13: the sum afterwards").isEqualTo(1);
    }

    @Test
    @DisplayName("C13: numbers below zero and windows that are not positive are refused and change nothing")
    void c13_numbersOutOfRange_areRefused() {
        CounterKey key = samples.counterKey();
        add(key, 3, 5, 0);
        refuses(() -> store().add(key, -1, 5, LENGTH, at(0)));
        refuses(() -> store().add(key, Long.MIN_VALUE, 5, LENGTH, at(0)));
        refuses(() -> store().add(key, 1, -1, LENGTH, at(0)));
        refuses(() -> store().add(key, 1, 5, Duration.ZERO, at(0)));
        refuses(() -> store().add(key, 1, 5, Duration.ofMillis(-1), at(0)));
        refuses(() -> store().refund(key, -1, at(0)));
        assertThat(sum("C13", key, 0)).as("C13: the sum afterwards").isEqualTo(3);
    }

    private static void refuses(ThrowingCallable call) {
        assertThat(Assertions.catchThrowable(call))
                .as("C13: out of range")
                .isInstanceOf(IllegalArgumentException.class);
    }
}
