package dev.sspr.policy;

import dev.sspr.internal.bounds.Bounds;
import java.time.Duration;
import java.util.Objects;

/**
 * The smart lockout of the host's sign-in. Every different wrong password counts, also a near variant of an earlier one: the
 * library keeps only keyed hashes, which cannot show that two passwords are similar (LCK-07).
 *
 * @param threshold wrong passwords that lock the account, 3 to 100; default 10 (LCK-01; the maximum is that of NIST SP
 *     800-63B-4 section 3.2.2)
 * @param first duration of the first lock, 5 seconds to 5 hours and at most {@code longest}; default 60 seconds (LCK-02)
 * @param locksPerStep number of locks with the same duration before the duration grows, 1 to 100; default 10 (LCK-05)
 * @param growth factor from one duration to the next, 1 to 10; default 2
 * @param longest maximum duration of a lock, up to 24 hours; default 5 hours (LCK-05)
 * @param repeats whether a wrong password counts again when it is repeated; default {@link Repeats#FORGIVEN} (LCK-06)
 */
public record LockoutPolicy(
        int threshold, Duration first, int locksPerStep, int growth, Duration longest, Repeats repeats) {
    /** Whether a wrong password counts again when it is repeated. */
    public enum Repeats {
        /** The last three different wrong passwords do not count again: the library keeps their keyed hashes (LCK-06). */
        FORGIVEN,
        /** Each one counts, and the library keeps no hash (LCK-08). */
        COUNTED
    }

    /** Checks every number; a message names the one that is out of bounds. */
    public LockoutPolicy {
        Bounds.within("lockout.threshold", threshold, 3, 100);
        Bounds.within("lockout.first", first, Duration.ofSeconds(5), Duration.ofHours(5));
        Bounds.within("lockout.locksPerStep", locksPerStep, 1, 100);
        Bounds.within("lockout.growth", growth, 1, 10);
        Bounds.within("lockout.longest", longest, Duration.ofSeconds(5), Duration.ofHours(24));
        Bounds.atMost("lockout.first", first, "lockout.longest", longest);
        Objects.requireNonNull(repeats, "lockout.repeats");
    }

    /** {@return the values of every preset: those of Entra ID, as far as Microsoft publishes them} */
    public static LockoutPolicy standard() {
        return new LockoutPolicy(10, Duration.ofSeconds(60), 10, 2, Duration.ofHours(5), Repeats.FORGIVEN);
    }

    /** {@return the values of Entra ID for governments: a threshold of 3 (LCK-01)} */
    public static LockoutPolicy government() {
        return standard().threshold(3);
    }

    /** {@return the duration of a lock; the first lock is number 1} */
    public Duration length(int lock) {
        long millis = first.toMillis();
        long most = longest.toMillis();
        for (int step = (lock - 1) / locksPerStep; step > 0 && millis < most && growth > 1; step--) {
            millis = Math.min(most, millis * growth);
        }
        return Duration.ofMillis(millis);
    }

    /** {@return a copy with another number of wrong passwords that lock the account, 3 to 100} */
    public LockoutPolicy threshold(int threshold) {
        return new LockoutPolicy(threshold, first, locksPerStep, growth, longest, repeats);
    }

    /** {@return a copy with another duration of the first lock, 5 seconds to 5 hours} */
    public LockoutPolicy first(Duration first) {
        return new LockoutPolicy(threshold, first, locksPerStep, growth, longest, repeats);
    }

    /** {@return a copy with another number of locks with the same duration, 1 to 100} */
    public LockoutPolicy locksPerStep(int locksPerStep) {
        return new LockoutPolicy(threshold, first, locksPerStep, growth, longest, repeats);
    }

    /** {@return a copy with another factor from one duration to the next, 1 to 10} */
    public LockoutPolicy growth(int growth) {
        return new LockoutPolicy(threshold, first, locksPerStep, growth, longest, repeats);
    }

    /** {@return a copy with another maximum duration, up to 24 hours} */
    public LockoutPolicy longest(Duration longest) {
        return new LockoutPolicy(threshold, first, locksPerStep, growth, longest, repeats);
    }

    /** {@return a copy with another rule for repeated wrong passwords} */
    public LockoutPolicy repeats(Repeats repeats) {
        return new LockoutPolicy(threshold, first, locksPerStep, growth, longest, repeats);
    }
}
