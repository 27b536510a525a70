package dev.sspr.policy;

import java.util.Objects;

/**
 * Whether people may unlock their accounts by themselves, and what that clears. How they prove who they are is the policy of
 * resets (UNL-01).
 *
 * @param offered whether there is such a flow at all; it takes an {@link dev.sspr.spi.AccountUnlocker} too
 * @param smartLockout what becomes of the smart lockout of the host's sign-in; default cleared (ruling 3, ASK-09)
 */
public record UnlockPolicy(Offered offered, SmartLockout smartLockout) {
    /** Checks that nothing is missing. */
    public UnlockPolicy {
        Objects.requireNonNull(offered, "unlock.offered");
        Objects.requireNonNull(smartLockout, "unlock.smartLockout");
    }

    /** Whether there is such a flow. */
    public enum Offered {
        /** Wherever something can lift locks. */
        OFFERED,
        /** Nowhere: a locked account is reset, or waits. */
        NOT_OFFERED
    }

    /** What becomes of the smart lockout. */
    public enum SmartLockout {
        /** It is cleared as well, also where it is the only lock, so that the person can sign in. */
        CLEARED,
        /** Its time goes on: only the lock of the account is lifted (UNL-03, LCK-12). */
        KEPT
    }

    /**
     * Offered, and the smart lockout cleared.
     *
     * @return the defaults
     */
    public static UnlockPolicy standard() {
        return new UnlockPolicy(Offered.OFFERED, SmartLockout.CLEARED);
    }

    /**
     * As Entra does it: the smart lockout goes on.
     *
     * @return the numbers of the {@code entra} preset
     */
    public static UnlockPolicy entra() {
        return new UnlockPolicy(Offered.OFFERED, SmartLockout.KEPT);
    }
}
