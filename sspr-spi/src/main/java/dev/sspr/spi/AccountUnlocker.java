package dev.sspr.spi;

import java.util.Objects;

/**
 * Lifts the lock that failed sign-ins put on an account. A {@link UserStore} may implement it as an optional ability.
 *
 * <p>Contract (kit: {@code UserStoreContract}, for a store that has this ability):
 *
 * <ul>
 *   <li><b>L1</b> If a {@code LOCKED} account has the expected generation, the answer is {@code Unlocked}. The next
 *       call on any node sees it {@code ACTIVE}, and its existing password signs in.
 *   <li><b>L2</b> If the account is {@code ACTIVE}, the answer is {@code NotLocked} and nothing changes, so that a call
 *       can be repeated.
 *   <li><b>L3</b> For every other status the answer is {@code NotUsable} and nothing changes. The status of a deleted
 *       account is {@code UNKNOWN} (R-FLOW-8).
 *   <li><b>L4</b> Only the status changes: not the password, the generation or an address (R-FLOW-8).
 *   <li><b>L5</b> If the generation is not the expected one, the answer is {@code Stale} and the lock stays (R-TOK-8).
 *   <li><b>L6</b> The unlock is one atomic step: of 64 parallel calls on a locked account, one is {@code Unlocked} and
 *       63 are {@code NotLocked} (R-RACE-3).
 *   <li><b>L7</b> If an administrator disables the account at the same moment, it is disabled afterwards, in whichever
 *       order the two run (R-FLOW-8).
 *   <li><b>L8</b> An instance unlocks only accounts of its own tenant (R-UNI-6).
 *   <li><b>L9</b> If the backend fails or hangs, the call throws {@link BackendUnavailableException} within 30 seconds.
 *   <li><b>L10</b> A null argument throws {@link NullPointerException} and changes nothing.
 * </ul>
 *
 * <p><b>Security duty.</b> The adapter needs only the right to write the lock ({@code lockoutTime} in a directory,
 * UNL-06). It needs neither the right to enable accounts nor the right to set passwords.
 */
public interface AccountUnlocker {
    /**
     * Lifts an account's lock if its generation is the expected one. The store checks in this order: a status that is
     * not usable, then another generation, then {@code NotLocked}.
     *
     * @param id the account
     * @param expected the generation that the caller saw
     * @return the result of the attempt
     * @throws BackendUnavailableException if it is not known whether the lock was lifted; a later read of the status
     *     tells
     */
    Result unlock(UserId id, Generation expected);

    /** The result of an attempt to lift a lock. */
    sealed interface Result {
        /** This call lifted the lock. */
        record Unlocked() implements Result {}

        /** The account was not locked; nothing was written. */
        record NotLocked() implements Result {}

        /** The account's generation is not the expected one; nothing was written. */
        record Stale() implements Result {}

        /**
         * The account does not exist or is not in use for another reason; nothing was written.
         *
         * @param status the reason; {@link AccountStatus#UNKNOWN} for a deleted account
         */
        record NotUsable(AccountStatus status) implements Result {
            /** Checks that there is a status. */
            public NotUsable {
                Objects.requireNonNull(status, "status");
            }
        }
    }
}
