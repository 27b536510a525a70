package dev.sspr.spi;

/**
 * Says whether an account has had a password before. It is an oracle: hashes go in with the user store's writes, and
 * never come out.
 *
 * <p>Contract (kit: {@code PasswordHistoryContract}):
 *
 * <ul>
 *   <li><b>H1</b> The current password is {@code USED} at every depth, from the next call after it was written, on any
 *       node (R-PWD-11).
 *   <li><b>H2</b> The n-th last password is {@code USED} at depth n and beyond, and {@code NOT_USED} below. A backend
 *       that keeps fewer answers for those it keeps.
 *   <li><b>H3</b> An account's passwords say nothing about another's; an unknown account has none.
 *   <li><b>H4</b> Passwords are compared as they are: another case, accent or space is another password (R-PWD-8).
 *   <li><b>H5</b> A past password is kept as a salted slow hash only, and appears in no text this role gives away
 *       (V-LEAK-10, R-HASH-1).
 *   <li><b>H6</b> Asking changes nothing: not what is kept, not the next answer, no count of failures.
 *   <li><b>H7</b> A backend that fails or hangs is a {@link BackendUnavailableException} within 30 seconds.
 *   <li><b>H8</b> 64 threads may ask at once, and each gets the answer to its own question.
 *   <li><b>H9</b> A depth below 1 or above {@link #MAX_DEPTH} is an {@link IllegalArgumentException}, a null argument a
 *       {@link NullPointerException}; neither changes anything.
 * </ul>
 *
 * <p><b>Blocking.</b> It may hash once for each password it compares with; the engine asks only about a password that
 * nothing else speaks against.
 */
public interface PasswordHistory {
    /** The most passwords that anybody may ask for: each costs a slow hash. */
    int MAX_DEPTH = 24;

    /** What the history says. */
    enum Recall {
        /** It is among the passwords asked for. */
        USED,
        /** It is not. */
        NOT_USED
    }

    /**
     * Looks for a password among the last ones of an account.
     *
     * @param user whose
     * @param password prepared as for the user store; wiped by the caller
     * @param depth how many to look at, 1 to {@link #MAX_DEPTH}; 1 is the current one alone
     * @return whether it is among them
     * @throws BackendUnavailableException if the backend did not answer
     */
    Recall recall(UserId user, Secret password, int depth);
}
