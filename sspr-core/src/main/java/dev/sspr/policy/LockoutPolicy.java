package dev.sspr.policy;

import dev.sspr.internal.bounds.Bounds;
import java.time.Duration;
import java.util.Objects;

/**
 * The numbers of the smart lockout. Near variants of one wrong password count each: telling them apart takes more than a keyed
 * hash of them, and only a sibling of the model system does it (LCK-07).
 *
 * @param threshold how many wrong passwords lock, 3 to 100; default 10 (LCK-01; NIST 800-63B-4 3.2.2 allows 100)
 * @param first how long the first lock lasts, 5 seconds to 5 hours; default 60 seconds (LCK-02)
 * @param locksPerStep how many locks have the same length before they grow, 1 to 100; default 10 (LCK-05)
 * @param growth by how much a step is longer than the one before, 1 to 10; default 2
 * @param longest what no lock exceeds, up to 24 hours; default 5 hours (LCK-05)
 * @param repeats whether the last wrong passwords, typed again, count again
 */
public record LockoutPolicy(
        int threshold, Duration first, int locksPerStep, int growth, Duration longest, Repeats repeats) {
    /** Whether a wrong password that was typed before counts again. */
    public enum Repeats {
        /** The last three do not: their keyed hashes are kept (LCK-06). */
        FORGIVEN,
        /** Each counts, and no hash of any is kept (LCK-08). */
        COUNTED
    }

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException naming the setting that is out of bounds
     */
    public LockoutPolicy {
        Bounds.within("lockout.threshold", threshold, 3, 100);
        Bounds.within("lockout.first", first, Duration.ofSeconds(5), Duration.ofHours(5));
        Bounds.within("lockout.locksPerStep", locksPerStep, 1, 100);
        Bounds.within("lockout.growth", growth, 1, 10);
        Bounds.within("lockout.longest", longest, first, Duration.ofHours(24));
        Objects.requireNonNull(repeats, "lockout.repeats");
    }

    /**
     * The defaults, which are Entra's as far as they are known.
     *
     * @return the numbers of every preset
     */
    public static LockoutPolicy standard() {
        return new LockoutPolicy(10, Duration.ofSeconds(60), 10, 2, Duration.ofHours(5), Repeats.FORGIVEN);
    }

    /**
     * The threshold of the model system for government (LCK-01).
     *
     * @return the defaults with a threshold of 3
     */
    public static LockoutPolicy government() {
        return new LockoutPolicy(3, Duration.ofSeconds(60), 10, 2, Duration.ofHours(5), Repeats.FORGIVEN);
    }

    /**
     * The length of a lock.
     *
     * @param lock the number of the lock in a row, 1 or more
     * @return how long it lasts
     */
    public Duration length(int lock) {
        long millis = first.toMillis();
        long most = longest.toMillis();
        for (int step = (lock - 1) / locksPerStep; step > 0 && millis < most && growth > 1; step--) {
            millis = Math.min(most, millis * growth);
        }
        return Duration.ofMillis(millis);
    }
}
