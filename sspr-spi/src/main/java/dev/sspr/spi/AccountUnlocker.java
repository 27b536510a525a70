package dev.sspr.spi;

import java.util.Objects;

/**
 * Lifts the lock that failed sign-ins have put on an account: an ability that a {@link UserStore} may have beside its own.
 *
 * <p>Contract (kit: {@code UserStoreContract}, for a store that can do it):
 *
 * <ul>
 *   <li><b>L1</b> A {@code LOCKED} account with the expected generation is {@code Unlocked}: in the next call on any node it
 *       is {@code ACTIVE}, and the password it had signs in.
 *   <li><b>L2</b> An {@code ACTIVE} account answers {@code NotLocked} and stays as it is, so that a call can be repeated.
 *   <li><b>L3</b> Every other status answers {@code NotUsable} and stays; an account that is gone is {@code UNKNOWN}
 *       (R-FLOW-8).
 *   <li><b>L4</b> Nothing but the status changes: neither the password, nor the generation, nor an address (R-FLOW-8).
 *   <li><b>L5</b> Another generation than the expected one is {@code Stale}, and the lock stays (R-TOK-8).
 *   <li><b>L6</b> It is one atomic step: of 64 parallel calls on a locked account one is {@code Unlocked} and 63 are
 *       {@code NotLocked} (R-RACE-3).
 *   <li><b>L7</b> An account that is switched off in the same moment is off afterwards, whoever comes first (R-FLOW-8).
 *   <li><b>L8</b> An instance unlocks its own tenant's accounts only (R-UNI-6).
 *   <li><b>L9</b> A backend that fails or hangs is a {@link BackendUnavailableException} within 30 seconds.
 *   <li><b>L10</b> A null argument is a {@link NullPointerException} and changes nothing.
 * </ul>
 *
 * <p><b>Security duty.</b> Right to write the lock is all that this takes ({@code lockoutTime} in a directory, UNL-06); the
 * right to enable accounts or to set passwords is not.
 */
public interface AccountUnlocker {
    /**
     * Lifts an account's lock if nothing about its credentials has changed. A status that is not usable is told before a
     * generation that is not the expected one, and that before {@code NotLocked}.
     *
     * @param id the account
     * @param expected the generation that the caller saw
     * @return what became of the lock
     * @throws BackendUnavailableException if it is not known whether it was lifted; the status tells later
     */
    Result unlock(UserId id, Generation expected);

    /** What became of an account's lock. */
    sealed interface Result {
        /** It was lifted by this call. */
        record Unlocked() implements Result {}

        /** There was none; nothing was written. */
        record NotLocked() implements Result {}

        /** The account's generation is not the expected one; nothing was written. */
        record Stale() implements Result {}

        /**
         * The account does not exist or is out of use for another reason; nothing was written.
         *
         * @param status why; {@link AccountStatus#UNKNOWN} for an account that is gone
         */
        record NotUsable(AccountStatus status) implements Result {
            /** Checks the status. */
            public NotUsable {
                Objects.requireNonNull(status, "status");
            }
        }
    }
}
