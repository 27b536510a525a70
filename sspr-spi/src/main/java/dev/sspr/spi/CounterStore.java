package dev.sspr.spi;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * Counts guesses, starts and messages against their limits. One call adds and compares, so no other call runs between
 * the two (R-RATE-4).
 *
 * <p>Contract (kit: {@code CounterStoreContract}):
 *
 * <ul>
 *   <li><b>C1</b> If the sum in the window stays at or below the limit, {@link #add} adds an amount above 0 and returns
 *       the new sum.
 *   <li><b>C2</b> The addition is one atomic step: of 64 parallel additions of 1 under a limit of 10, exactly 10
 *       succeed (R-RACE-2).
 *   <li><b>C3</b> Otherwise the answer is {@code Full} and nothing is added, not even a part. A refused addition does
 *       not extend the window.
 *   <li><b>C4</b> A window opens with the first addition and lasts as long as that call states. At its end the counter
 *       is empty; an addition at exactly the end belongs to the next window.
 *   <li><b>C5</b> If {@code now} is before the window's start, because a node's clock is behind, the addition counts in
 *       that window and does not move it.
 *   <li><b>C6</b> Counters with different keys are independent, however similar the keys are.
 *   <li><b>C7</b> {@link #refund} subtracts from the current window only, and never below zero. At zero the window may
 *       stay open or close.
 *   <li><b>C8</b> {@link #clear} empties one counter.
 *   <li><b>C9</b> The store never loses a counter whose window is open, under any load. A store that must limit its
 *       memory counts new keys in a shared, coarser counter, and so refuses early; {@link #refund} and {@link #clear}
 *       do not change a shared counter (R-RATE-7, V-RATE-9).
 *   <li><b>C10</b> The next call of any thread and any node sees an addition.
 *   <li><b>C11</b> An amount of 0 only reads, under any limit, even one below the sum: the answer is {@code Added} with
 *       the sum, and no window opens.
 *   <li><b>C12</b> If the backend fails or hangs, the call throws {@link BackendUnavailableException} within 30
 *       seconds; it never lets the attempt pass.
 *   <li><b>C13</b> A null argument throws {@link NullPointerException}. A negative amount or limit, or a window that is
 *       not positive, throws {@link IllegalArgumentException}. Neither changes anything.
 * </ul>
 */
public interface CounterStore {
    /**
     * Adds to a counter if the sum stays within the limit.
     *
     * @param key the counter
     * @param amount the amount to add, 0 or more
     * @param limit the highest sum allowed in the window, 0 or more
     * @param window the length of a window that this call opens, more than 0
     * @param now the engine's current time
     * @return added or full, with the sum
     */
    Charge add(CounterKey key, long amount, long limit, Duration window, Instant now);

    /**
     * Subtracts the amount charged for an attempt that turned out not to count, such as a right guess.
     *
     * @param key the counter
     * @param amount the amount to subtract, 0 or more
     * @param now the engine's current time
     */
    void refund(CounterKey key, long amount, Instant now);

    /**
     * Empties a counter.
     *
     * @param key the counter
     */
    void clear(CounterKey key);

    /** The answer to an addition. */
    sealed interface Charge {
        /**
         * The value of the counter.
         *
         * @return the sum in the current window, 0 or more
         */
        long total();

        /**
         * The time at which the current window ends and the counter is empty again.
         *
         * @return the end of the window; for an empty counter, the end of a window that began now
         */
        Instant resetsAt();

        /**
         * The amount was added.
         *
         * @param total the new sum
         * @param resetsAt the end of the window
         */
        record Added(long total, Instant resetsAt) implements Charge {
            /** Checks the parts. */
            public Added {
                Objects.requireNonNull(resetsAt, "resetsAt");
            }
        }

        /**
         * The amount would have exceeded the limit; nothing was added.
         *
         * @param total the unchanged sum
         * @param resetsAt the end of the window
         */
        record Full(long total, Instant resetsAt) implements Charge {
            /** Checks the parts. */
            public Full {
                Objects.requireNonNull(resetsAt, "resetsAt");
            }
        }
    }
}
