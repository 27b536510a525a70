package dev.sspr.spi;

/**
 * Says whether a password is known from breaches: a service that is asked by a hash prefix, or a list on disk.
 *
 * <p>Contract (kit: {@code BreachedPasswordsContract}):
 *
 * <ul>
 *   <li><b>B1</b> A password in the list is {@code Found}, with a number of at least 1 and at most what the list has
 *       (R-PWD-5).
 *   <li><b>B2</b> A password that is not in the list is {@code NotFound}. An approximate list may take at most one in 200
 *       for found; no list may take one the other way.
 *   <li><b>B3</b> Passwords are compared as they are, in UTF-8: another case, accent or space is another password
 *       (R-PWD-8).
 *   <li><b>B4</b> It answers for every prepared password, of 1 to 512 UTF-8 bytes in any script (R-PWD-7).
 *   <li><b>B5</b> 64 threads may ask at once, and each gets the answer to its own question.
 *   <li><b>B6</b> A backend that fails, hangs, or answers what cannot be understood is a {@link
 *       BackendUnavailableException} within 30 seconds, never {@code NotFound} on a guess: whether the password is
 *       accepted then is for the policy to say (R-PWD-6).
 *   <li><b>B7</b> Nothing of a password is kept, and of its hash no more than 20 bits leave the process or appear in any
 *       text (R-PWD-13).
 *   <li><b>B8</b> A null argument is a {@link NullPointerException}.
 * </ul>
 */
public interface BreachedPasswords {
    /**
     * Looks for a password.
     *
     * @param password prepared as for the user store; wiped by the caller, not to be kept
     * @return found or not found
     * @throws BackendUnavailableException if it could not be looked for
     */
    Answer lookUp(Secret password);

    /** What a list of breached passwords says of one. */
    sealed interface Answer {
        /**
         * It is in the list; in an approximate one, almost certainly.
         *
         * @param times how often it was seen at least, 1 or more; 1 if the list does not count
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

        /** It is not in the list. */
        record NotFound() implements Answer {}
    }
}
