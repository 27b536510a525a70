package dev.sspr.spi;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps the security info of accounts: one sealed body for each, replaced by compare-and-set. The body contains the
 * last accepted time step, counter or recovery code, so that only one of several parallel uses counts (R-TOTP-4).
 *
 * <p>Contract (kit: {@code MethodStoreContract}):
 *
 * <ul>
 *   <li><b>M1</b> {@link #find} returns the set as it was last stored: every part equal, the body byte for byte up to
 *       {@link SealedBody#MAX_BYTES}. It is empty for an account that has none.
 *   <li><b>M2</b> {@link #store} keeps version 1 if the account has no set, and any other version if the kept one is
 *       exactly one less. This is one atomic step, decided by the number of affected rows: of 64 parallel calls with
 *       one version, one is {@code STORED} (R-RACE-1).
 *   <li><b>M3</b> {@code CHANGED} and {@code CLAIMED} change neither set nor claims.
 *   <li><b>M4</b> If another account's set has one of the claims, the answer is {@code CLAIMED}: of 64 accounts that
 *       store one claim in parallel, one is {@code STORED} (R-WA-6). A claim that a later version no longer names is
 *       free again.
 *   <li><b>M5</b> The next call of any thread and any node sees a write.
 *   <li><b>M6</b> {@link #remove} removes the set and frees its claims; without a set it does nothing. A set stored
 *       afterwards starts at version 1.
 *   <li><b>M7</b> An instance sees only accounts of its own tenant; the same account id or claim in another tenant is a
 *       different one (R-UNI-6).
 *   <li><b>M8</b> Account ids are compared by code point, regardless of the backend's collation.
 *   <li><b>M9</b> If the backend fails or hangs, the call throws {@link BackendUnavailableException} within 30 seconds;
 *       no other call sees a partial write.
 *   <li><b>M10</b> A null argument throws {@link NullPointerException} and changes nothing.
 * </ul>
 *
 * <p><b>Security duty.</b> A body opens only for its own account and version, so an old body under a later version makes
 * the account unreadable. A restored whole row, its version included, opens: it brings back removed methods. A code that
 * was used stays used, because the {@link CounterStore} marks it too, unless that store is restored as well. A host that
 * restores a backup requires re-registration. When the host deletes an account, it calls {@link #remove}.
 */
public interface MethodStore {
    /** The result of storing a set. */
    enum Stored {
        /** The set is kept. */
        STORED,
        /** The kept version is not the one before it; nothing changed. */
        CHANGED,
        /** Another account has one of its claims; nothing changed. */
        CLAIMED
    }

    /**
     * Finds an account's security info.
     *
     * @param user the account
     * @return the latest version of its set, or empty if it has none
     * @throws BackendUnavailableException if the backend did not answer
     */
    Optional<MethodSet> find(UserId user);

    /**
     * Stores the next version of a set.
     *
     * @param next version 1, or one more than the version that was found
     * @return whether it was stored
     * @throws BackendUnavailableException if it is not known whether it was stored; a later read of the version tells
     */
    Stored store(MethodSet next);

    /**
     * Removes an account's security info.
     *
     * @param user the account
     * @throws BackendUnavailableException if the backend did not answer
     */
    void remove(UserId user);

    /**
     * All security info of one account in one sealed body: the store cannot see its kind or amount.
     *
     * @param user the account
     * @param version 1 for the first set, one more with each replacement
     * @param claims digests that no other account's set may have, at most {@value #MAX_CLAIMS}
     * @param body the body as the engine sealed it
     */
    record MethodSet(UserId user, long version, Set<Digest> claims, SealedBody body) {
        /** The most claims a set can have. */
        public static final int MAX_CLAIMS = 64;

        /**
         * Checks the version and copies the claims.
         *
         * @throws IllegalArgumentException if the version is below 1 or there are too many claims
         */
        public MethodSet {
            Objects.requireNonNull(user, "user");
            claims = Set.copyOf(claims);
            Objects.requireNonNull(body, "body");
            if (version < 1 || claims.size() > MAX_CLAIMS) {
                throw new IllegalArgumentException("a method set has version 1 or more and at most " + MAX_CLAIMS
                        + " claims, not version " + version + " and " + claims.size());
            }
        }
    }
}
