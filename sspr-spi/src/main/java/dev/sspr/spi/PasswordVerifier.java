package dev.sspr.spi;

/**
 * Whether a password is an account's current one: an ability of a user store that can tell.
 *
 * <p>Contract (kit: {@code PasswordVerifierContract}):
 *
 * <ul>
 *   <li><b>Q1</b> The account's password is {@code RIGHT}; after a new one was written, only that one is.
 *   <li><b>Q2</b> Any other text is {@code WRONG}: compared by code point after the one mapping that the engine has made,
 *       never trimmed, cut or folded (R-PWD-8).
 *   <li><b>Q3</b> An empty password, and one that begins with NUL, is {@code WRONG} before the backend is asked: a directory
 *       takes it for an anonymous bind and says yes (R-PWD-10, RFC 4513 section 5.1.2).
 *   <li><b>Q4</b> An unknown account is {@code WRONG}, after the same work (R-ENUM-2): hash against a decoy, or bind as a
 *       decoy entry that has a password.
 *   <li><b>Q5</b> The right password of an account that cannot sign in is {@code NOT_USABLE} or, where the store has locked
 *       it, {@code LOCKED}; a wrong one never tells the status, but for a store that does not look while its own lock is
 *       closed: it may answer {@code LOCKED} to everything.
 *   <li><b>Q6</b> It changes no password, status or generation, whatever is typed; only a lock of the store's own may close.
 *   <li><b>Q7</b> A backend that fails or hangs is a {@link BackendUnavailableException} within 30 seconds, never
 *       {@code RIGHT} on a guess.
 *   <li><b>Q8</b> A null argument is a {@link NullPointerException}.
 * </ul>
 *
 * <p><b>Threads.</b> Called by many at once. <b>Security duty.</b> It counts nothing: whoever calls it has paid for the guess
 * before (R-RATE-4, R-PWD-9).
 */
public interface PasswordVerifier {
    /**
     * Checks a password.
     *
     * @param user the account
     * @param password normalised as for {@link UserStore#setPassword}; wiped by the caller
     * @return what the store says of it
     * @throws BackendUnavailableException if the backend did not answer
     */
    Result check(UserId user, Secret password);

    /** What a store says of a password that somebody typed. */
    enum Result {
        /** It is the account's password, and the account is in use. */
        RIGHT,
        /** It is not, or there is no such account. */
        WRONG,
        /** The store has a lock of its own on this account and did not look. */
        LOCKED,
        /** It is the account's password, but the account cannot sign in: disabled, expired or the like. */
        NOT_USABLE
    }
}
