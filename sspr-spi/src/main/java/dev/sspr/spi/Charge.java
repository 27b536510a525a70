package dev.sspr.spi;

import java.time.Instant;
import java.util.Objects;

/** What a counter answers when something is added to it. */
public sealed interface Charge {
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
        /**
         * Checks the parts.
         *
         * @param total as above
         * @param resetsAt as above
         */
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
        /**
         * Checks the parts.
         *
         * @param total as above
         * @param resetsAt as above
         */
        public Full {
            Objects.requireNonNull(resetsAt, "resetsAt");
        }
    }
}
