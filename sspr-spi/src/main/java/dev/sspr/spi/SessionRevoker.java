package dev.sspr.spi;

import java.time.Instant;

/**
 * Ends what an old password opened: sessions, refresh tokens, remembered devices, app passwords, half-done sign-ins.
 *
 * <p>Contract (kit: {@code SessionRevokerContract}):
 *
 * <ul>
 *   <li><b>S1</b> After {@code Ended}, nothing that the account was given before {@code issuedBefore} is accepted, of any
 *       kind, on any node (R-SESS-1, V-SESS-2). Where nodes that give out sessions have clocks apart, the revoker adds
 *       that margin itself.
 *   <li><b>S2</b> What was given at or after {@code issuedBefore} lives on: doing it late never ends a newer session. Where issue
 *       times are kept in whole seconds (JWT {@code iat}), S1 wins: what was given in the same second may end too.
 *   <li><b>S3</b> No other account is touched.
 *   <li><b>S4</b> Doing it again, in parallel or after a crash, is harmless and answers {@code Ended}.
 *   <li><b>S5</b> What cannot be confirmed is {@code Unconfirmed}; a backend that fails or hangs is a {@link
 *       BackendUnavailableException} within 30 seconds. Never {@code Ended} on a guess (R-SESS-2).
 *   <li><b>S6</b> An account without sessions is {@code Ended}.
 *   <li><b>S7</b> A null argument is a {@link NullPointerException} and ends nothing.
 * </ul>
 */
public interface SessionRevoker {
    /**
     * Ends everything an account was given before an instant.
     *
     * @param user the account
     * @param issuedBefore what was given earlier ends; whole milliseconds
     * @return ended, or not confirmed
     */
    Revocation revokeAll(UserId user, Instant issuedBefore);

    /**
     * The named opt-out for a host without sessions of any kind, such as one that asks for the password each time.
     *
     * @return a revoker that has nothing to end
     */
    static SessionRevoker hostHasNoSessions() {
        return (user, issuedBefore) -> new Revocation.Ended(0);
    }

    /** What became of an account's sessions. */
    sealed interface Revocation {
        /**
         * All of them have ended.
         *
         * @param ended how many there were, or -1 if the backend does not count
         */
        record Ended(int ended) implements Revocation {}

        /** The backend could not confirm that all have ended; the engine tries again. */
        record Unconfirmed() implements Revocation {}
    }
}
