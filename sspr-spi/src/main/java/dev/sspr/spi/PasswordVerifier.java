package dev.sspr.spi;

/**
 * Tells whether a password is an account's current one. A user store may implement it.
 *
 * <p>Contract (kit: {@code PasswordVerifierContract}):
 *
 * <ul>
 *   <li><b>Q1</b> The account's password is {@code RIGHT}; after the write of a new one, only the new one is.
 *   <li><b>Q2</b> Any other text is {@code WRONG}. The password is compared by code point after the one mapping that
 *       the engine made, and never trimmed, cut or folded (R-PWD-8).
 *   <li><b>Q3</b> An empty password, or one that starts with NUL, is {@code WRONG} before the backend is called: a
 *       directory treats it as an anonymous bind and accepts it (R-PWD-10, RFC 4513 section 5.1.2).
 *   <li><b>Q4</b> For an unknown account the answer is {@code WRONG} after the same work (R-ENUM-2): compute a hash
 *       against a decoy, or bind as a decoy entry that has a password.
 *   <li><b>Q5</b> If an account cannot sign in, its right password is {@code NOT_USABLE} or, if the store locked the
 *       account, {@code LOCKED}. A wrong password never reveals the status, with one exception: while the store's own
 *       lock is active, the store may answer {@code LOCKED} to every password without a comparison.
 *   <li><b>Q6</b> No input changes a password, a status or a generation; only a lock of the store itself may become
 *       active.
 *   <li><b>Q7</b> If the backend fails or hangs, the call throws {@link BackendUnavailableException} within 30 seconds;
 *       it never guesses {@code RIGHT}.
 *   <li><b>Q8</b> A null argument throws {@link NullPointerException}.
 * </ul>
 *
 * <p><b>Threads.</b> Many threads call one instance at once. <b>Security duty.</b> The adapter counts no guesses: the
 * caller has charged the guess before (R-RATE-4, R-PWD-9).
 */
public interface PasswordVerifier {
    /**
     * Checks a password.
     *
     * @param user the account
     * @param password normalised as for {@link UserStore#setPassword}; the caller wipes it
     * @return the result of the check
     * @throws BackendUnavailableException if the backend did not answer
     */
    Result check(UserId user, Secret password);

    /** The result of checking a password. */
    enum Result {
        /** The password is right, and the account is in use. */
        RIGHT,
        /** The password is wrong, or the account does not exist. */
        WRONG,
        /** The store's own lock on this account is active, and the store did not compare. */
        LOCKED,
        /** The password is right, but the account cannot sign in: it is disabled, expired or similar. */
        NOT_USABLE
    }
}
