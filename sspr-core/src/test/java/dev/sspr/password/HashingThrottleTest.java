package dev.sspr.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sspr.spi.BackendUnavailableException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("R-RATE-14")
class HashingThrottleTest {
    private final HashingThrottle throttle = new HashingThrottle(4, 1600, Duration.ofMillis(20));

    @AfterEach
    void clearInterrupt() {
        Thread.interrupted();
    }

    @ParameterizedTest
    @CsvSource({"0,1", "100,1", "101,2", "400,4", "800,4"})
    void turns_memory_isSharedOut(int memory, int expected) {
        assertThat(throttle.turns(memory)).isEqualTo(expected);
    }

    @Test
    void take_moreThanHalfTheHeap_isUnavailableWithItsReason() {
        assertThatThrownBy(() -> throttle.take(801, () -> "computed"))
                .isInstanceOf(BackendUnavailableException.class)
                .hasMessageContaining("801 KiB");
    }

    @Test
    void take_noTurnInTime_isUnavailableAndComputesNothing() {
        AtomicInteger computed = new AtomicInteger();
        throttle.take(301, () -> {
            assertThatThrownBy(() -> throttle.take(0, computed::incrementAndGet))
                    .isInstanceOf(BackendUnavailableException.class);
            return "computed";
        });
        assertThat(computed).hasValue(0);
    }

    @Test
    void take_interrupted_isUnavailableAndStaysInterrupted() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> throttle.take(0, () -> "computed")).isInstanceOf(BackendUnavailableException.class);
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    @Test
    void take_afterwards_givesItsTurnsBack() {
        throttle.take(150, () -> "computed");
        assertThatThrownBy(() -> throttle.take(150, () -> {
                    throw new IllegalStateException("broken");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(throttle.free()).isEqualTo(4);
    }

    @Test
    void take_manyAtOnce_neverMoreThanThereAreTurns() throws InterruptedException {
        HashingThrottle patient = new HashingThrottle(3, 1 << 20, Duration.ofSeconds(30));
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(64);
        IntStream.range(0, 64)
                .mapToObj(i -> new Thread(() -> {
                    patient.take(0, () -> {
                        most.accumulateAndGet(now.incrementAndGet(), Math::max);
                        return LongStream.range(0, 20_000).sum() + now.decrementAndGet();
                    });
                    done.countDown();
                }))
                .forEach(Thread::start);
        done.await();

        assertThat(most.get()).isBetween(1, 3);
    }
}
