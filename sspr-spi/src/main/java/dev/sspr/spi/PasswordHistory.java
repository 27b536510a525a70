package dev.sspr.spi;

/**
 * Tells whether an account has had a password before. Hashes enter with the user store's writes and are never returned.
 *
 * <p>Contract (kit: {@code PasswordHistoryContract}):
 *
 * <ul>
 *   <li><b>H1</b> The current password is {@code USED} at every depth, from the next call after its write, on any node
 *       (R-PWD-11).
 *   <li><b>H2</b> The n-th last password is {@code USED} at depth n and beyond, and {@code NOT_USED} below. A backend
 *       that keeps fewer passwords answers for those.
 *   <li><b>H3</b> The passwords of one account do not affect another; an unknown account has none.
 *   <li><b>H4</b> Passwords are compared as they are: another case, accent or space is another password (R-PWD-8).
 *   <li><b>H5</b> A past password is kept only as a salted slow hash, and appears in no text that this role exposes
 *       (V-LEAK-10, R-HASH-1).
 *   <li><b>H6</b> A call changes nothing: not the kept passwords, the next answer or a count of failures.
 *   <li><b>H7</b> If the backend fails or hangs, the call throws {@link BackendUnavailableException} within 30 seconds.
 *   <li><b>H8</b> 64 threads may call at once, and each gets the answer to its own question.
 *   <li><b>H9</b> A depth below 1 or above {@link #MAX_DEPTH} throws {@link IllegalArgumentException}, a null argument
 *       {@link NullPointerException}; neither changes anything.
 * </ul>
 *
 * <p><b>Blocking.</b> A call may compute one hash for each compared password. The engine calls only after all other
 * rules accepted the password.
 */
public interface PasswordHistory {
    /** The largest depth: each password costs a slow hash. */
    int MAX_DEPTH = 24;

    /** The answer of the history. */
    enum Recall {
        /** The password is among those compared. */
        USED,
        /** The password is not among those compared. */
        NOT_USED
    }

    /**
     * Compares a password with the last ones of an account.
     *
     * @param user the account
     * @param password prepared as for the user store; the caller wipes it
     * @param depth the number of passwords to compare, 1 to {@link #MAX_DEPTH}; 1 is the current one alone
     * @return whether it is among them
     * @throws BackendUnavailableException if the backend did not answer
     */
    Recall recall(UserId user, Secret password, int depth);
}
