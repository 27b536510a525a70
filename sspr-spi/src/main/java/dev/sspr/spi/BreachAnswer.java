package dev.sspr.spi;

/** What a list of breached passwords says of one. */
public sealed interface BreachAnswer {
    /**
     * It is in the list; in an approximate one, almost certainly.
     *
     * @param times how often it was seen at least, 1 or more; 1 if the list does not count
     */
    record Found(long times) implements BreachAnswer {
        /**
         * Checks the number.
         *
         * @param times as above
         * @throws IllegalArgumentException if it is less than 1
         */
        public Found {
            if (times < 1) {
                throw new IllegalArgumentException("a breached password was seen once or more, not " + times);
            }
        }
    }

    /** It is not in the list. */
    record NotFound() implements BreachAnswer {}
}
