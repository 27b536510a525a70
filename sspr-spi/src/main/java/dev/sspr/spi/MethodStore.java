package dev.sspr.spi;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps the security info of accounts: one sealed body each, replaced by compare-and-set. The last time step, counter or
 * recovery code that was accepted advances with it, so that of parallel uses one counts (R-TOTP-4).
 *
 * <p>Contract (kit: {@code MethodStoreContract}):
 *
 * <ul>
 *   <li><b>M1</b> {@link #find} gives back what was stored last, every part equal, the body byte for byte up to
 *       {@link SealedBody#MAX_BYTES}; empty for an account that has none.
 *   <li><b>M2</b> {@link #store} keeps version 1 if the account has no set, and any other version if the kept one is
 *       exactly one less, in one atomic step judged by the rows it affected: of 64 parallel calls with one version, one
 *       is {@code STORED} (R-RACE-1).
 *   <li><b>M3</b> {@code CHANGED} and {@code CLAIMED} change nothing, neither set nor claims.
 *   <li><b>M4</b> A set with a claim that another account's set holds is {@code CLAIMED}: of 64 accounts that store one
 *       claim in parallel, one is {@code STORED} (R-WA-6). A claim that a later version no longer names is free again.
 *   <li><b>M5</b> A write is seen by the next call of any thread and any node.
 *   <li><b>M6</b> {@link #remove} removes the set and frees its claims; without a set it does nothing. A set stored
 *       afterwards starts at version 1.
 *   <li><b>M7</b> An instance sees its own tenant's accounts only; the same account id or claim in another tenant is
 *       another one (R-UNI-6).
 *   <li><b>M8</b> Account ids are compared by code point, whatever the backend's collation says.
 *   <li><b>M9</b> A backend that fails or hangs is a {@link BackendUnavailableException} within 30 seconds; what was
 *       half done is not seen.
 *   <li><b>M10</b> A null argument is a {@link NullPointerException} and changes nothing.
 * </ul>
 *
 * <p><b>Security duty.</b> A backup that is played back brings old counters and removed methods back: a host that
 * restores one requires re-registration. When an account is deleted, the host calls {@link #remove}.
 */
public interface MethodStore {
    /** What became of a set. */
    enum Stored {
        /** It is kept. */
        STORED,
        /** Another version is kept than the one it follows; nothing changed. */
        CHANGED,
        /** Another account holds one of its claims; nothing changed. */
        CLAIMED
    }

    /**
     * Looks an account's security info up.
     *
     * @param user the account
     * @return its set in the latest version, or empty if it has none
     * @throws BackendUnavailableException if the backend did not answer
     */
    Optional<MethodSet> find(UserId user);

    /**
     * Keeps a set in its next version.
     *
     * @param next version 1, or one more than the version that was found
     * @return what became of it
     * @throws BackendUnavailableException if it is not known whether it was kept; the version tells later
     */
    Stored store(MethodSet next);

    /**
     * Forgets an account's security info.
     *
     * @param user the account
     * @throws BackendUnavailableException if the backend did not answer
     */
    void remove(UserId user);

    /**
     * All security info of one account in one sealed body: the store learns neither what it is nor how much.
     *
     * @param user whose it is
     * @param version 1 for the first, one more each time
     * @param claims digests that no other account's set may hold, at most {@value #MAX_CLAIMS}
     * @param body what the engine sealed
     */
    record MethodSet(UserId user, long version, Set<Digest> claims, SealedBody body) {
        /** The most claims a set can have. */
        public static final int MAX_CLAIMS = 64;

        /**
         * Checks the parts and copies the claims.
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
