package dev.sspr.password;

import dev.sspr.spi.BackendUnavailableException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Who may compute a hash now, first come first served: as many at once as there are processors, and fewer where the
 * hashes together would take more than a quarter of the heap (R-RATE-14).
 */
final class HashingThrottle {
    /** All hashers of a JVM share one: they share its processors and its heap. */
    static final HashingThrottle OF_THIS_JVM = new HashingThrottle(
            Runtime.getRuntime().availableProcessors(), Runtime.getRuntime().maxMemory() >> 10, Duration.ofSeconds(2));

    private final int most;
    private final long heap;
    private final Duration wait;
    private final Semaphore free;

    /** Makes turns for a machine with a number of processors and a heap in KiB. */
    HashingThrottle(int most, long heap, Duration wait) {
        this.most = most;
        this.heap = heap;
        this.wait = wait;
        this.free = new Semaphore(most, true);
    }

    /** Waits for a turn and computes; {@code memory} is what that takes, in KiB. */
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

    /** How many turns a hash takes, of all that share a quarter of the heap. */
    int turns(int memory) {
        long each = Math.max(1, heap / 4 / most);
        return (int) Math.min(most, Math.max(1, (memory + each - 1) / each));
    }

    int free() {
        return free.availablePermits();
    }
}
