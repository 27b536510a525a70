package dev.sspr.spi;

/**
 * Looks a password up among known breaches: through a service that takes a hash prefix, or in a list on disk.
 *
 * <p>Contract (kit: {@code BreachedPasswordsContract}):
 *
 * <ul>
 *   <li><b>B1</b> For a password in the list the answer is {@code Found}, with a number from 1 to the count in the list
 *       (R-PWD-5).
 *   <li><b>B2</b> For a password that is not in the list the answer is {@code NotFound}. An approximate list may report
 *       at most one such password in 200 as found; no list may report a listed password as not found.
 *   <li><b>B3</b> Passwords are compared as they are, in UTF-8: another case, accent or space is another password
 *       (R-PWD-8).
 *   <li><b>B4</b> It answers for every prepared password of 1 to 512 UTF-8 bytes, in any script (R-PWD-7).
 *   <li><b>B5</b> 64 threads may call at once, and each gets the answer to its own question.
 *   <li><b>B6</b> If the backend fails, hangs, or gives an unintelligible answer, the call throws {@link
 *       BackendUnavailableException} within 30 seconds; it never guesses {@code NotFound}. The policy decides whether
 *       the password is then accepted (R-PWD-6).
 *   <li><b>B7</b> The adapter keeps nothing of a password. At most 20 bits of its hash leave the process or appear in
 *       any text (R-PWD-13).
 *   <li><b>B8</b> A null argument throws {@link NullPointerException}.
 * </ul>
 */
public interface BreachedPasswords {
    /**
     * Looks a password up.
     *
     * @param password prepared as for the user store; the caller wipes it, the adapter must not keep it
     * @return found or not found
     * @throws BackendUnavailableException if the look-up failed
     */
    Answer lookUp(Secret password);

    /** The answer of a list of breached passwords. */
    sealed interface Answer {
        /**
         * The password is in the list; in an approximate list, almost certainly.
         *
         * @param times the least number of times it was seen, 1 or more; 1 if the list does not count
         */
        record Found(long times) implements Answer {
            /**
             * Checks the number.
             *
             * @throws IllegalArgumentException if it is less than 1
             */
            public Found {
                if (times < 1) {
                    throw new IllegalArgumentException("a breached password was seen once or more, not " + times);
                }
            }
        }

        /** The password is not in the list. */
        record NotFound() implements Answer {}
    }
}
