package dev.sspr.spi;

/**
 * Expires an account's password without setting another. A store may implement it.
 *
 * <p>Contract (kit: {@code PasswordExpiryContract}):
 *
 * <ul>
 *   <li><b>PE1</b> After {@code EXPIRED}, the kept password no longer signs in, and the account has another generation.
 *   <li><b>PE2</b> The password expires only if the generation is still the expected one, in one atomic step. Otherwise
 *       the answer is {@code STALE} and nothing changes. A repeated call is therefore harmless.
 *   <li><b>PE3</b> For a deleted account the answer is {@code GONE}. No status changes: a locked account stays locked.
 *   <li><b>PE4</b> {@link UserStore#setPassword} works afterwards as before.
 *   <li><b>PE5</b> If the backend fails or hangs, the call throws {@link BackendUnavailableException} within 30
 *       seconds.
 * </ul>
 */
@FunctionalInterface
public interface PasswordExpiry {
    /**
     * Expires the password if the account's generation is the expected one.
     *
     * @param id the account
     * @param expected the generation that the caller saw
     * @return whether it expired
     * @throws BackendUnavailableException if it is not known whether it expired; a repeated call is safe
     */
    Expired expire(UserId id, Generation expected);

    /** The result of a call. */
    enum Expired {
        /** The old password no longer signs in. */
        EXPIRED,
        /** The generation is not the expected one; nothing changed. */
        STALE,
        /** The account does not exist. */
        GONE
    }
}
