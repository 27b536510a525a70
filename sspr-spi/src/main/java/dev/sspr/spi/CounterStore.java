package dev.sspr.spi;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * Keeps budgets: guesses, starts, messages. One call adds and judges, so nothing can pass between the two (R-RATE-4).
 *
 * <p>Contract (kit: {@code CounterStoreContract}):
 *
 * <ul>
 *   <li><b>C1</b> {@link #add} adds an amount above 0 if the sum in the window stays at or below the limit, and answers the new
 *       sum.
 *   <li><b>C2</b> It is one atomic step: of 64 parallel additions of 1 under a limit of 10, exactly 10 are added
 *       (R-RACE-2).
 *   <li><b>C3</b> Otherwise it answers {@code Full} and adds nothing, not even a part; a refused addition does not
 *       lengthen the window.
 *   <li><b>C4</b> A window opens with the first addition and lasts as long as that call said; at its end the counter is
 *       empty. Additions at the very end belong to the next window.
 *   <li><b>C5</b> A {@code now} before the window's start, from a node whose clock is behind, counts into that window and
 *       moves nothing.
 *   <li><b>C6</b> Keys do not touch each other, however similar.
 *   <li><b>C7</b> {@link #refund} takes back from the current window only, and never goes below zero. At zero the
 *       window may stay open or close.
 *   <li><b>C8</b> {@link #clear} empties one counter.
 *   <li><b>C9</b> No load makes it forget a counter whose window is open; a store that must bound its memory sends new
 *       keys to a shared, coarser counter instead, which {@link #refund} and {@link #clear} leave alone, and so refuses
 *       early (R-RATE-7, V-RATE-9).
 *   <li><b>C10</b> What was added is seen by the next call of any thread and any node.
 *   <li><b>C11</b> An amount of 0 reads, whatever the limit, also one below the sum: it answers {@code Added} with the sum
 *       and opens no window.
 *   <li><b>C12</b> A backend that fails or hangs is a {@link BackendUnavailableException} within 30 seconds: never a
 *       free pass.
 *   <li><b>C13</b> A null argument is a {@link NullPointerException}; a negative amount or limit, or a window that is not
 *       positive, an {@link IllegalArgumentException}; neither changes anything.
 * </ul>
 */
public interface CounterStore {
    /**
     * Adds to a counter if it stays within a limit.
     *
     * @param key which counter
     * @param amount how much, 0 or more
     * @param limit the highest sum allowed in the window, 0 or more
     * @param window how long a window lasts that this call opens, more than 0
     * @param now the engine's time
     * @return added or full, with the sum
     */
    Charge add(CounterKey key, long amount, long limit, Duration window, Instant now);

    /**
     * Gives back what was charged for something that turned out not to count: a right guess.
     *
     * @param key which counter
     * @param amount how much, 0 or more
     * @param now the engine's time
     */
    void refund(CounterKey key, long amount, Instant now);

    /**
     * Empties a counter.
     *
     * @param key which counter
     */
    void clear(CounterKey key);

    /** What a counter answers when something is added to it. */
    sealed interface Charge {
        /**
         * What the counter holds now.
         *
         * @return the sum in the current window, 0 or more
         */
        long total();

        /**
         * When the current window ends and the counter is empty again.
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
         * The amount would have gone over the limit; nothing was added.
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
