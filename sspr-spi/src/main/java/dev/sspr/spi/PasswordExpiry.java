package dev.sspr.spi;

/**
 * An ability of a store: it makes a password useless without setting another.
 *
 * <p>Contract (kit: {@code PasswordExpiryContract}):
 *
 * <ul>
 *   <li><b>PE1</b> After {@code EXPIRED} the password that was kept signs nobody in, and the account has another
 *       generation.
 *   <li><b>PE2</b> It expires only if the generation is still the expected one, in one atomic step; otherwise
 *       {@code STALE}, and nothing changes. Asking twice is therefore harmless.
 *   <li><b>PE3</b> An account that is gone is {@code GONE}. No status is changed: a locked one stays locked.
 *   <li><b>PE4</b> {@link UserStore#setPassword} works afterwards as it did before.
 *   <li><b>PE5</b> A backend that fails or hangs is a {@link BackendUnavailableException} within 30 seconds.
 * </ul>
 */
@FunctionalInterface
public interface PasswordExpiry {
    /**
     * Makes the password useless if nothing about the credentials has changed.
     *
     * @param id the account
     * @param expected the generation that the caller saw
     * @return what became of it
     * @throws BackendUnavailableException if it is not known whether it was done; asking again is safe
     */
    Expired expire(UserId id, Generation expected);

    /** What became of it. */
    enum Expired {
        /** The old password signs nobody in. */
        EXPIRED,
        /** The generation was another; nothing was done. */
        STALE,
        /** There is no such account. */
        GONE
    }
}
