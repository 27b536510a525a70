package dev.sspr.spi;

import java.time.Duration;
import java.time.Instant;

/**
 * Ends the access that an old password gave: sessions, refresh tokens, remembered devices, app passwords, incomplete
 * sign-ins.
 *
 * <p>Contract (kit: {@code SessionRevokerContract}):
 *
 * <ul>
 *   <li><b>S1</b> After {@code Ended}, no session or token of any kind that the account got before {@code issuedBefore}
 *       is accepted on any node (R-SESS-1, V-SESS-2). If the clocks of the issuing nodes differ, the revoker adds that
 *       margin itself.
 *   <li><b>S2</b> A session issued at or after {@code issuedBefore} continues: a late call never ends a newer session.
 *       If issue times are kept in whole seconds (JWT {@code iat}), S1 takes precedence: a session issued in the same
 *       second may end too.
 *   <li><b>S3</b> No other account is affected.
 *   <li><b>S4</b> A repeated call, in parallel or after a crash, is harmless and answers {@code Ended}.
 *   <li><b>S5</b> If the end cannot be confirmed, the answer is {@code Unconfirmed}; if the backend fails or hangs, the
 *       call throws {@link BackendUnavailableException} within 30 seconds. It never guesses {@code Ended} (R-SESS-2).
 *   <li><b>S6</b> For an account without sessions the answer is {@code Ended}.
 *   <li><b>S7</b> A null argument throws {@link NullPointerException} and ends nothing.
 * </ul>
 */
public interface SessionRevoker {
    /**
     * Ends all sessions and tokens that an account got before an instant.
     *
     * @param user the account
     * @param issuedBefore the instant; sessions issued earlier end; whole milliseconds
     * @return ended, or not confirmed
     */
    Revocation revokeAll(UserId user, Instant issuedBefore);

    /**
     * Ends the same sessions, and of those that exist at this call also the ones that a fast clock has stamped up to
     * {@code margin} later. A session that is opened after the call and issued at {@code issuedBefore} or later
     * continues. The engine makes this call.
     *
     * <p>By default it ends what was issued before {@code issuedBefore} only. Override it if the backend can tell the
     * sessions that exist from those that are opened later.
     *
     * @param user the account
     * @param issuedBefore as for the other call
     * @param margin how far the clocks of the nodes may differ; not negative
     * @return ended, or not confirmed
     */
    default Revocation revokeAll(UserId user, Instant issuedBefore, Duration margin) {
        return revokeAll(user, issuedBefore);
    }

    /**
     * Opts out for a host without sessions of any kind, such as one that asks for the password each time.
     *
     * @return a revoker that does nothing
     */
    static SessionRevoker hostHasNoSessions() {
        return (user, issuedBefore) -> new Revocation.Ended(0);
    }

    /** The result of a revocation. */
    sealed interface Revocation {
        /**
         * All sessions and tokens have ended.
         *
         * @param ended the number of ended sessions, or -1 if the backend does not count them
         */
        record Ended(int ended) implements Revocation {}

        /** The backend could not confirm that all have ended; the engine tries again. */
        record Unconfirmed() implements Revocation {}
    }
}
