package dev.sspr.password;

import dev.sspr.spi.BackendUnavailableException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Limits how many hashes are computed at the same time, in order of arrival (R-RATE-14). The limit is the number of
 * processors. It is lower if the hashes together would take more than a quarter of the heap.
 */
final class HashingThrottle {
    /** The throttle that all hashers of a JVM share, because they share its processors and its heap. */
    static final HashingThrottle OF_THIS_JVM = new HashingThrottle(
            Runtime.getRuntime().availableProcessors(), Runtime.getRuntime().maxMemory() >> 10, Duration.ofSeconds(2));

    private final int most;
    private final long heap;
    private final Duration wait;
    private final Semaphore free;

    /** Makes a throttle for a number of processors and a heap in KiB. */
    HashingThrottle(int most, long heap, Duration wait) {
        this.most = most;
        this.heap = heap;
        this.wait = wait;
        this.free = new Semaphore(most, true);
    }

    /** Waits for permits and computes; {@code memory} is the memory of the computation, in KiB. */
    <T> T take(int memory, Supplier<T> work) {
        if (memory > heap / 2) {
            throw new BackendUnavailableException(
                    "password hash: it takes " + memory + " KiB, which is more than half of this JVM's heap");
        }
        int turns = turns(memory);
        try {
            if (!free.tryAcquire(turns, wait.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new BackendUnavailableException("password hash: too many are being computed");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BackendUnavailableException("password hash: interrupted while waiting for a turn");
        }
        try {
            return work.get();
        } finally {
            free.release(turns);
        }
    }

    /** Returns how many permits a hash takes; all permits together stand for a quarter of the heap. */
    int turns(int memory) {
        long each = Math.max(1, heap / 4 / most);
        return (int) Math.min(most, Math.max(1, (memory + each - 1) / each));
    }

    int free() {
        return free.availablePermits();
    }
}
